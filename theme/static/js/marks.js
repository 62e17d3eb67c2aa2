"use strict";
// Marks: each kind of mark in an article's text can be switched off; what is off stands in the address.

(() => {
  const legend = document.querySelector("[data-marks]");
  const text = document.querySelector("[data-marked]");
  if (!legend || !text) return;
  const off = () => new URLSearchParams(location.search).getAll("off");
  const buttons = [...legend.querySelectorAll("[data-mark]")].map((place) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = place.textContent;
    button.dataset.mark = place.dataset.mark;
    place.replaceChildren(button);
    return button;
  });

  function show() {
    text.dataset.hide = off().join(" ");
    for (const button of buttons) button.setAttribute("aria-pressed", String(!off().includes(button.dataset.mark)));
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      const kind = button.dataset.mark;
      const query = new URLSearchParams();
      for (const one of off().includes(kind) ? off().filter((other) => other !== kind) : [...off(), kind]) query.append("off", one);
      history.pushState(null, "", location.pathname + (query.size ? `?${query}` : "") + location.hash);
      show();
    });
  }
  addEventListener("popstate", show);
  show();
})();
