"use strict";
// Compare: two actors' events in lanes, in order of time; what both take part in stands between them.

(() => {
  const form = document.querySelector("[data-compare]");
  const lanes = document.querySelector("[data-lanes]");
  const pairs = document.querySelector("[data-pairs]");
  const output = form.querySelector("output");
  const { element, link, picture } = dateline;
  const HIGH = 44, MOST = 600;
  let index, turn = 0;
  form.hidden = false;

  async function open() {
    index ??= await dateline.open(form.dataset.index);
    const list = form.querySelector("datalist");
    if (!list.children.length) list.append(...index.actors.slice(0, 3000).map(([, name]) => element("option", { value: name })));
  }

  const number = (given) => index.actors.findIndex(([id, name]) => id === given || name.toLowerCase() === given.toLowerCase());

  const address = (two) => `?${new URLSearchParams(["a", "b"].map((key, i) => [key, two[i]]).filter(([, given]) => given))}`;

  // Show what the address says, in which actors stand by their ids once these are known; while events are fetched it may change, and then a later turn shows it.
  async function show() {
    const own = ++turn;
    const query = new URLSearchParams(location.search);
    const [a, b] = ["a", "b"].map((key) => query.get(key)?.trim() ?? "");
    output.textContent = "";
    lanes.hidden = true;
    pairs.hidden = false;
    [form.elements.a.value, form.elements.b.value] = [a, b];
    if (!a && !b) return;
    await open();
    if (own !== turn) return;
    const numbers = [a, b].map(number);
    const asked = address(numbers.map((n, i) => index.actors[n]?.[0] ?? [a, b][i]));
    if (asked !== location.search) history.replaceState(history.state, "", location.pathname + asked + location.hash);
    [form.elements.a.value, form.elements.b.value] = numbers.map((n, i) => index.actors[n]?.[1] ?? [a, b][i]);
    const two = numbers.every((n) => n >= 0);
    if (!a || !b) return;
    if (!two) {
      output.textContent = form.dataset.unknown.replace("{name}", [a, b][numbers.indexOf(-1)]);
      return;
    }
    const all = await dateline.rows(form.dataset.index, index.years.map(([year]) => year));
    if (own !== turn) return;
    [lanes.hidden, pairs.hidden] = [false, true];
    draw(all.filter((row) => numbers.some((n) => row.who.includes(n))), numbers);
  }

  function draw(rows, numbers) {
    const lane = (row) => (numbers.every((n) => row.who.includes(n)) ? "both" : row.who.includes(numbers[0]) ? "a" : "b");
    const names = { a: index.actors[numbers[0]][1], b: index.actors[numbers[1]][1], both: form.dataset.both };
    const dated = rows.filter((row) => row.from !== null);
    const units = picture.units(Math.min(...dated.map((row) => row.from)), Math.max(...dated.map((row) => row.to)), dated);
    const lanesOf = ["a", "both", "b"].map((key) => ({ key, own: rows.filter((row) => lane(row) === key) }));
    const counts = lanesOf.map(({ own }) => picture.counted(units, own));
    const most = Math.max(...counts.map(picture.fullest));
    const sections = lanesOf.map(({ key, own }, n) => element("section", {},
      element("h2", {}, `${names[key]}: ${form.dataset.one.replace("{n}", own.length)}`), band(units, counts[n], most)));
    const list = element("ol", { class: "compare-list" }, ...rows.slice(0, MOST).map((row) => element("li", { "data-lane": lane(row) },
      element("p", { "data-slot": "meta" }, `${row.when ?? form.dataset.undated} · ${names[lane(row)]}`),
      element("p", {}, element("a", { href: link(form.dataset.root, `events/${row.at}/`) }, row.line)))));
    lanes.replaceChildren(element("div", { class: "lanes-of-two" }, ...sections), list, ...(rows.length > MOST ? [more(numbers)] : []));
    output.textContent = (rows.length > MOST ? form.dataset.most : form.dataset.one).replace("{n}", rows.length).replace("{m}", MOST);
  }

  // Where all of the two's events are, and can be narrowed.
  function more(numbers) {
    const query = new URLSearchParams(numbers.map((n) => ["actor", index.actors[n][0]]));
    return element("p", { class: "more" }, element("a", { href: `${link(form.dataset.root, "timeline/")}?${query}` }, form.dataset.all));
  }

  function band(units, counts, most) {
    const hatch = picture.shape("pattern", { id: "hatch", width: 4, height: 4, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      picture.shape("line", { x1: 1, y1: 0, x2: 1, y2: 4 }));
    const svg = picture.shape("svg", { width: "100%", height: HIGH + 20, "aria-hidden": "true" },
      picture.shape("defs", {}, hatch), ...picture.bars(units, counts, HIGH, most, form.clientWidth));
    const holder = element("div", { class: "band" });
    holder.append(svg);
    return holder;
  }

  form.addEventListener("focusin", () => open().catch(() => { output.textContent = form.dataset.failed; }), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.pushState(null, "", location.pathname + address(["a", "b"].map((key) => form.elements[key].value.trim())));
    show().catch(() => { output.textContent = form.dataset.failed; });
  });
  addEventListener("popstate", () => show().catch(() => {}));
  show().catch(() => { output.textContent = form.dataset.failed; });
})();
