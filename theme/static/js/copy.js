"use strict";
// Copy: a button beside what is meant to be copied.

for (const text of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text.dataset.copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent);
    button.textContent = text.dataset.copied;
  });
  if (navigator.clipboard) text.after(button);
}
