"use strict";
// Results: a list of any length, of which only what is near the screen stands in the page, in chunks.

dateline.results = (() => {
  const CHUNK = 40;
  const { element, link } = dateline;
  const watch = new IntersectionObserver((seen) => {
    for (const one of seen) (one.isIntersecting ? fill : empty)(one.target);
  }, { rootMargin: "1200px" });
  const inside = new WeakMap();

  function fill(chunk) {
    if (chunk.childElementCount || !inside.has(chunk)) return;
    const { rows, draw } = inside.get(chunk);
    chunk.append(...rows.map(draw));
    chunk.style.minBlockSize = "";
  }

  function empty(chunk) {
    if (!chunk.childElementCount || chunk.contains(document.activeElement)) return;
    chunk.style.minBlockSize = `${chunk.getBoundingClientRect().height}px`;
    chunk.replaceChildren();
  }

  // Show these rows in a box; `draw` makes the list item of one.
  function show(box, rows, draw) {
    watch.disconnect();
    const chunks = [];
    for (let start = 0; start < rows.length; start += CHUNK) {
      const chunk = element("ol", { class: "event-list", start: start + 1 });
      inside.set(chunk, { rows: rows.slice(start, start + CHUNK), draw });
      chunk.style.minBlockSize = `${Math.min(CHUNK, rows.length - start) * 6}rem`;
      chunk.addEventListener("fill", () => fill(chunk));
      chunks.push(chunk);
    }
    box.replaceChildren(...chunks);
    if (chunks.length) fill(chunks[0]);
    chunks.forEach((chunk) => watch.observe(chunk));
  }

  // The list item of an event, as the theme's event_item has it. `said` holds the words of the form.
  function item(row, index, said) {
    const [, label, colour, shape, tone] = index.kinds[row.kind];
    const kind = element("span", { class: "kind-label", "data-colour": colour, "data-shape": shape }, label);
    const status = index.statuses[row.status];
    if (status !== "happened") kind.append(" ", element("span", { "data-status": status }, said.status(status)));
    const told = row.told === 1 ? said.one : said.many.replace("{n}", row.told);
    const meta = element("p", { "data-slot": "meta" },
      element("span", { class: "date" }, row.when ?? said.undated), kind, element("span", { class: "count" }, told));
    const to = element("a", { href: link(said.root, `events/${row.at}/`) }, row.line);
    const made = element("li", { class: "event-item", "data-tone": tone }, meta, element("p", { "data-slot": "summary", dir: "auto" }, to));
    if (row.who.length) {
      made.append(element("ul", { "data-slot": "actors" }, ...row.who.map((n) => element("li", {},
        element("span", { class: "actor-chip" }, element("a", { href: link(said.root, `actors/${index.actors[n][0]}/`) }, index.actors[n][1]))))));
    }
    return made;
  }

  return { show, item };
})();
