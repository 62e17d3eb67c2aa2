"use strict";
// Search: asks the index that Pagefind made, and shows what is found with its type, its date and its sentence.

(() => {
  const place = document.querySelector("[data-search]");
  const form = place.querySelector("form");
  const output = place.querySelector("output");
  const list = place.querySelector("[data-results]");
  const more = place.querySelector("[data-slot=more]");
  const AT_ONCE = 12;
  let opening, turn = 0;

  const link = (url) => {
    const root = place.dataset.root;
    const file = root.endsWith("index.html") ? "index.html" : "";
    return root.slice(0, root.length - file.length) + url.replace(/^\//, "") + (url.endsWith("/") ? file : "");
  };

  function element(name, slot, ...children) {
    const made = document.createElement(name);
    if (slot) made.dataset.slot = slot;
    made.append(...children);
    return made;
  }

  // The words of an excerpt, which has found words between <mark> and </mark> and all else escaped.
  function excerpt(html) {
    const made = element("p", "text");
    for (const part of html.split(/(<mark>.*?<\/mark>)/)) {
      const text = new DOMParser().parseFromString(`<pre>|${part}`, "text/html").body.textContent.slice(1);
      made.append(part.startsWith("<mark>") ? element("mark", "", text) : text);
    }
    return made;
  }

  async function item(result) {
    const found = await result.data();
    const to = element("a", "", found.meta.title);
    to.href = link(found.meta.to);
    const meta = [place.dataset[found.meta.kind], found.meta.type, found.meta.when].filter(Boolean).join(" · ");
    const text = found.meta.kind === "actor" ? [] : [excerpt(found.excerpt)];
    return element("li", "", element("p", "title", to), element("p", "meta", meta), ...text);
  }

  async function show(results, from, own) {
    const items = await Promise.all(results.slice(from, from + AT_ONCE).map(item));
    if (own !== turn) return;
    list.append(...items);
    more.replaceChildren();
    if (results.length > from + AT_ONCE) {
      const button = element("button", "", place.dataset.more);
      button.type = "button";
      button.addEventListener("click", () => show(results, from + AT_ONCE, own));
      more.append(button);
    }
  }

  // The index of a large site is in several parts: the first by itself, the others in folders below it, by number. It is opened
  // once; where something of it cannot be fetched, all is let go, and opened anew by the next search.
  const opened = () => (opening ??= open().catch((error) => {
    opening = undefined;
    throw error;
  }));

  async function open() {
    const bundle = new URL(place.dataset.bundle, location.href);
    const engine = await import(bundle);
    try {
      const others = Array.from({ length: place.dataset.parts - 1 }, (_, n) => new URL(String(n + 1), bundle).href);
      await Promise.all(others.map((part) => engine.mergeIndex(part)));
    } catch (error) {
      await engine.destroy();
      throw error;
    }
    return engine;
  }

  async function search() {
    const own = ++turn;
    const sought = new URLSearchParams(location.search).get("q") ?? "";
    form.elements.q.value = sought;
    list.replaceChildren();
    more.replaceChildren();
    output.textContent = "";
    if (!sought.trim()) return;
    output.textContent = place.dataset.searching;
    try {
      const engine = await opened();
      const { results } = await engine.search(sought);
      await show(results, 0, own);
      if (own === turn) output.textContent = place.dataset.counted.replace("{n}", results.length).replace("{q}", sought);
    } catch {
      if (own === turn) output.textContent = place.dataset.failed;
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.pushState(null, "", `${location.pathname}?${new URLSearchParams({ q: form.elements.q.value })}`);
    search();
  });
  addEventListener("popstate", search);
  search();
})();
