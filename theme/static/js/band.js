"use strict";
// The band: a brush over the picture of time, by pointer, touch or keys. It sets the filter's range, and draws what the filter
// leaves in finer units. Vertical drags and the wheel stay the page's own.

(() => {
  const TALL = 88, MOVED = 6, PAUSE = 200;
  const figure = document.querySelector("[data-band]");
  const form = document.querySelector("[data-filters]");
  if (!figure || !form) return;
  const { element, first, last, picture } = dateline;
  const svg = figure.querySelector("[data-slot=all]");
  const whole = { units: parsed(figure.dataset.units), parts: [...svg.childNodes] };
  let units = whole.units, zoomed = false, run = "", timer;

  const low = slider(figure.dataset.from), high = slider(figure.dataset.to);
  const reset = element("button", { type: "button" }, figure.dataset.all);
  const mark = picture.shape("rect", { class: "chosen", y: 0, height: TALL, width: 0 });
  figure.querySelector("[data-slot=brush]").append(low.label, high.label, reset);
  svg.append(mark);
  ready();

  function parsed(text) {
    return text.split(" ").map((unit) => {
      const [from, to] = unit.split("/");
      return unit === "_" ? null : picture.unit(from, to ?? from);
    });
  }

  function slider(name) {
    const input = element("input", { type: "range", min: 0, step: 1 });
    return { input, label: element("label", {}, `${name} `, element("output"), input) };
  }

  function ready() {
    for (const { input } of [low, high]) input.max = units.length - 1;
    low.input.value = 0;
    high.input.value = units.length - 1;
    reset.hidden = !zoomed;
    say();
  }

  function span() {
    return [Number(low.input.value), Number(high.input.value)].sort((a, b) => a - b);
  }

  function say() {
    const [from, to] = span();
    for (const { input, label } of [low, high]) {
      const unit = units[input.value] ?? nearest(Number(input.value));
      label.querySelector("output").textContent = unit.label;
      input.setAttribute("aria-valuetext", unit.label);
    }
    const all = from === 0 && to === units.length - 1;
    mark.setAttribute("x", `${(100 * from) / units.length}%`);
    mark.setAttribute("width", all ? "0" : `${(100 * (to - from + 1)) / units.length}%`);
  }

  // A gap stands for no time: the unit beside it does.
  function nearest(at) {
    return units[at] ?? units[at + 1] ?? units[at - 1];
  }

  function choose(name = "", ended = true) {
    clearTimeout(timer);
    const [from, to] = span();
    form.dispatchEvent(new CustomEvent("range", { detail: { from: nearest(from).from, to: nearest(to).to, name, ended } }));
  }

  // --- keys: what is pressed until focus leaves the two sliders, or until Enter, is one run. While it goes on the list follows,
  // and the picture keeps its units, so that each key goes as far as the one before. ---

  const sliders = [low.input, high.input];
  let keyed = false;
  const moved = () => {
    run ||= `range ${Date.now()}`;
    clearTimeout(timer);
    timer = setTimeout(() => choose(run, false), PAUSE);
  };
  const end = () => { if (run) choose(run); };
  for (const input of sliders) {
    input.addEventListener("keydown", (event) => {
      keyed = true;
      if (event.key === "Enter") end();
    });
    input.addEventListener("pointerdown", () => { keyed = false; });
    input.addEventListener("input", say);
    input.addEventListener("change", () => (keyed ? moved() : choose(run)));
    input.addEventListener("focusout", (event) => { if (!sliders.includes(event.relatedTarget)) end(); });
  }
  reset.addEventListener("click", () => form.dispatchEvent(new CustomEvent("range", { detail: { from: "", to: "" } })));

  // --- pointer and touch ---

  let began = null;
  const at = (event) => {
    const box = svg.getBoundingClientRect();
    return Math.max(0, Math.min(units.length - 1, Math.floor(((event.clientX - box.left) / box.width) * units.length)));
  };
  svg.addEventListener("pointerdown", (event) => { began = event.button === 0 ? { x: event.clientX, unit: at(event), moved: false } : null; });
  addEventListener("pointermove", (event) => {
    if (!began || (!began.moved && Math.abs(event.clientX - began.x) < MOVED)) return;
    began.moved = true;
    [low.input.value, high.input.value] = [began.unit, at(event)].sort((a, b) => a - b);
    say();
  });
  addEventListener("pointerup", () => {
    if (began?.moved) choose();
    else if (began && zoomed && units[began.unit]) {
      low.input.value = high.input.value = began.unit;
      choose();
    }
    setTimeout(() => { began = null; });
  });
  addEventListener("pointercancel", () => { began = null; say(); });
  svg.addEventListener("click", (event) => { if (began?.moved) event.preventDefault(); }, true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());

  // --- what the filter leaves ---

  form.addEventListener("filtered", ({ detail: { found, state, going } }) => {
    zoomed = Boolean(state.from || state.to);
    if (run && going === run) return redraw(found);
    clearTimeout(timer);
    [run, began] = ["", null];
    if (found === null) {
      units = whole.units;
      svg.replaceChildren(...whole.parts, mark);
    } else {
      units = zoomed ? finer(state, found) : whole.units;
      redraw(found);
    }
    ready();
  });

  function redraw(found) {
    reset.hidden = !zoomed;
    svg.replaceChildren(whole.parts.find((part) => part.nodeName === "defs"), ...bars(found), mark);
  }

  // The time between the ends of a range, or of what was found where it has no end.
  function finer(state, found) {
    const dated = found.filter((row) => row.from !== null);
    const from = first(state.from ?? "") ?? dated.reduce((least, row) => Math.min(least, row.from), Infinity);
    const to = last(state.to ?? "") ?? dated.reduce((most, row) => Math.max(most, row.to), -Infinity);
    const made = Number.isFinite(from) && Number.isFinite(to) ? picture.units(from, to, dated) : [];
    return made.length ? made : whole.units;
  }

  function bars(found) {
    const counts = picture.counted(units, found);
    return picture.bars(units, counts, TALL, picture.fullest(counts), svg.clientWidth || svg.getBoundingClientRect().width);
  }
})();
