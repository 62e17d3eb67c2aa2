"use strict";
// Keys: where focus is in a list of events, j goes to the next one and k to the one before.

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !["j", "k"].includes(event.key)) return;
  if (document.activeElement.matches("input, textarea, select, [contenteditable]")) return;
  const here = document.activeElement.closest(".event-item");
  if (!here) return;
  const forward = event.key === "j";
  const chunk = here.closest("[data-results] > ol");
  (forward ? chunk?.nextElementSibling : chunk?.previousElementSibling)?.dispatchEvent(new Event("fill"));
  const all = [...document.querySelectorAll(".event-item")].filter((one) => one.checkVisibility());
  const next = all[all.indexOf(here) + (forward ? 1 : -1)];
  next?.querySelector("[data-slot=summary] a")?.focus();
  next?.scrollIntoView({ block: "nearest" });
});
