"use strict";
// Filters: what is chosen stands in the address, and the address alone says what is shown.

(() => {
  const { element } = dateline;
  const { FACETS, ids, sift } = dateline.sift;
  const FIELDS = ["q", "from", "to", "sure"];
  const TYPED = "[type=search], [type=text]";
  const LISTED = 12, FOUND = 40, PAUSE = 200;

  for (const form of document.querySelectorAll("[data-filters]")) start(form);

  function start(form) {
    const panel = form.querySelector(".filter-panel");
    const output = form.querySelector("output");
    const clear = form.querySelector("[type=reset]");
    const list = form.parentElement.querySelector("[data-list]");
    const results = form.parentElement.querySelector("[data-results]");
    const said = words(form);
    let index, rows, opened, timer, turn = 0, under = "", narrowed = {};
    form.hidden = false;

    const open = () => (opened ??= fetched().catch((error) => {
      opened = undefined;
      output.textContent = form.dataset.failed;
      throw error;
    }));

    async function fetched() {
      output.textContent = form.dataset.loading;
      index = await dateline.open(form.dataset.index);
      rows = (await dateline.rows(form.dataset.index, wanted(index, form.dataset.scope))).filter(within(form, index));
      for (const row of rows) row.low ??= `${row.line} ${row.who.map((n) => index.actors[n][1]).join(" ")}`.toLowerCase();
      output.textContent = "";
    }

    // Show what the address says. While events are fetched the address may change: then a later turn shows it.
    // `going` names what is typed, moved or opened and has not come to its end: then what has focus is left as it is.
    async function apply(going = "") {
      const own = ++turn;
      under = going;
      const state = read(new URLSearchParams(location.search));
      const active = Object.keys(state).length > 0;
      sync(form, state, going);
      clear.hidden = !active;
      if (active) panel.open = true;
      if (!active && !panel.open) return show(null, state, going);
      await open();
      if (own !== turn) return;
      const { found, counts } = sift(rows, state, index);
      for (const facet of FACETS) options(form, facet, state, counts[facet], index, narrowed[facet] ?? "", said);
      show(active ? found : null, state, going);
    }

    function show(found, state, going) {
      list.hidden = found !== null;
      results.hidden = found === null;
      output.textContent = found === null ? "" : form.dataset.counted.replace("{n}", found.length).replace("{m}", rows.length);
      if (found === null) results.replaceChildren();
      else dateline.results.show(results, found, (row) => dateline.results.item(row, index, said));
      form.dispatchEvent(new CustomEvent("filtered", { detail: { found, state, going } }));
    }

    // A choice is a step that Back undoes; what is done on top of it under the same name, as one types or moves, is none of its own.
    function go(state, name = "", ended = false) {
      const query = write(state);
      if (query !== location.search) {
        const again = name && history.state?.name === name;
        history[again ? "replaceState" : "pushState"]({ name }, "", location.pathname + query);
      }
      return apply(ended ? "" : name).catch(() => {});
    }

    function emptied() {
      narrowed = {};
      for (const field of form.querySelectorAll("[data-narrow]")) field.value = "";
      panel.querySelector("summary").focus();
      go({});
    }

    form.addEventListener("change", (event) => {
      if (event.target.matches("[data-narrow]")) return;
      clearTimeout(timer);
      if (event.target.reportValidity()) go(chosen(form), event.target.matches(TYPED) ? event.target.name : "", true);
    });
    form.addEventListener("input", (event) => {
      clearTimeout(timer);
      const facet = event.target.closest("[data-facet]")?.dataset.facet;
      if (event.target.matches("[data-narrow]")) {
        narrowed[facet] = event.target.value.toLowerCase();
        timer = setTimeout(() => apply().catch(() => {}), PAUSE);
      } else if (event.target.matches(TYPED)) {
        timer = setTimeout(() => go(chosen(form), event.target.name), PAUSE);
      }
    });
    form.addEventListener("submit", (event) => { event.preventDefault(); go(chosen(form)); });
    form.addEventListener("reset", (event) => { event.preventDefault(); emptied(); });
    form.addEventListener("range", ({ detail: { name, ended, ...ends } }) => go({ ...chosen(form), ...ends }, name, ended));
    panel.addEventListener("toggle", () => { if (panel.open) apply(under || "opened").catch(() => {}); });
    addEventListener("popstate", () => apply().catch(() => {}));
    if (location.search || panel.open) apply().catch(() => {});
  }

  // --- the state, and the address ---

  function read(query) {
    const state = {};
    for (const facet of FACETS) if (query.has(facet)) state[facet] = query.getAll(facet);
    for (const field of FIELDS) if (query.get(field)) state[field] = query.get(field);
    for (const end of ["from", "to"]) if (state[end] && dateline.first(state[end]) === null) delete state[end];
    if (query.get("who") === "all" && state.actor) state.who = "all";
    return state;
  }

  function write(state) {
    const query = new URLSearchParams();
    for (const facet of FACETS) for (const value of state[facet] ?? []) query.append(facet, value);
    for (const field of [...FIELDS, "who"]) if (state[field]) query.set(field, state[field]);
    return query.size ? `?${query}` : "";
  }

  // What the form says; of facets whose values are not drawn yet, what the address says.
  function chosen(form) {
    const query = new URLSearchParams();
    const before = new URLSearchParams(location.search);
    for (const facet of FACETS) {
      if (!form.querySelector(`[data-facet="${facet}"] ul li`)) for (const value of before.getAll(facet)) query.append(facet, value);
      for (const box of form.querySelectorAll(`[data-facet="${facet}"] ul input:checked`)) query.append(facet, box.value);
    }
    for (const field of FIELDS) {
      const input = form.elements[field];
      if (input.value.trim() && input.validity.valid) query.set(field, input.value.trim());
    }
    if (form.elements.who.value === "all") query.set("who", "all");
    return read(query);
  }

  function sync(form, state, going) {
    for (const field of FIELDS) {
      if (!going || document.activeElement !== form.elements[field]) form.elements[field].value = state[field] ?? "";
    }
    for (const box of form.querySelectorAll("[data-facet] ul input")) {
      box.checked = (state[box.closest("[data-facet]").dataset.facet] ?? []).includes(box.value);
    }
    form.elements.who.value = state.who ?? "any";
  }

  // --- the events ---

  // The years whose events a list may hold.
  function wanted(index, scope) {
    const [what, which] = scope.split(":");
    const years = index.years.map(([year]) => year);
    if (what === "year") return years.filter((year) => year === which);
    return what === "span" ? years.filter((year) => which.startsWith(year)) : years;
  }

  // Whether a row belongs to the list that is filtered.
  function within(form, index) {
    const [what, which] = form.dataset.scope.split(":");
    const numbers = (which ?? "").split(",").map((id) => index.actors.findIndex(([actor]) => actor === id));
    if (what === "actor") return (row) => numbers.every((n) => row.who.includes(n));
    if (what === "place") return (row) => row.where.includes(numbers[0]);
    if (what === "kind") return (row) => index.kinds[row.kind][0] === which;
    if (what === "span" && which.length > 5) {
      const [from, to] = [dateline.first(which), dateline.last(which)];
      return (row) => row.from >= from && row.to <= to;
    }
    if (what === "story") return (row) => row.stories.includes(which);
    return () => true;
  }

  // --- the form ---

  function options(form, facet, state, counts, index, narrow, said) {
    const box = form.querySelector(`[data-facet="${facet}"]`);
    const known = ids(facet, index);
    const ticked = new Set((state[facet] ?? []).map((id) => known.indexOf(id)));
    const label = (n) => said.label(facet, n, index);
    let ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (narrow) ranked = ranked.filter(([n]) => label(n).toLowerCase().includes(narrow));
    ranked = ranked.slice(0, narrow ? FOUND : LISTED);
    for (const n of ticked) if (n >= 0 && !ranked.some(([m]) => m === n)) ranked.push([n, counts.get(n) ?? 0]);
    box.hidden = !counts.size && !ticked.size;
    box.querySelector("[data-slot=chosen]").textContent = ticked.size || "";
    const focused = document.activeElement?.closest(`[data-facet="${facet}"] ul`) ? document.activeElement.value : null;
    box.querySelector("ul").replaceChildren(...ranked.map(([n, count]) => {
      const input = element("input", { type: "checkbox", value: known[n] });
      input.checked = ticked.has(n);
      return element("li", {}, element("label", {}, input, label(n), element("span", {}, String(count))));
    }));
    if (focused !== null) (box.querySelector(`ul input[value="${CSS.escape(focused)}"]`) ?? box.querySelector("summary")).focus();
  }

  // The words that the form carries for what scripts write.
  function words(form) {
    const statuses = new Map(form.dataset.statuses.split("|").map((pair) => pair.split("=")));
    const tones = form.dataset.tones.split("|");
    const status = (id) => statuses.get(id) ?? id;
    const label = (facet, n, index) => ({
      actor: () => index.actors[n][1], place: () => index.actors[n][1], type: () => index.kinds[n][1],
      tone: () => tones[n], status: () => status(index.statuses[n]), source: () => index.sources[n],
    })[facet]();
    return { root: form.dataset.root, one: form.dataset.one, many: form.dataset.many, undated: form.dataset.undated, status, label };
  }
})();
