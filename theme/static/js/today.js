"use strict";
// Today: on the calendar of days, the reader's own day is marked and led to.

(() => {
  const line = document.querySelector("[data-today]");
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  const day = document.querySelector(`[data-day="${two(now.getMonth() + 1)}-${two(now.getDate())}"]`);
  line.hidden = false;
  if (!day) {
    line.textContent = line.dataset.none;
    return;
  }
  day.setAttribute("aria-current", "date");
  const link = document.createElement("a");
  link.href = day.href;
  link.textContent = day.getAttribute("aria-label");
  line.append(link);
})();
