"use strict";
// The picture of time, drawn anew for what a reader chose: the units between its ends, and the bars of the events in them.

dateline.picture = (() => {
  const SVG = "http://www.w3.org/2000/svg", WORD = 64, EMPTY = 2, MANY = 400;
  const { first, last, iso } = dateline;
  const lang = document.documentElement.lang;
  const FORMS = { day: { day: "numeric", month: "short", timeZone: "UTC" }, month: { month: "short", year: "numeric", timeZone: "UTC" } };
  const forms = {};

  // Made when first needed: it takes a browser longer than all the rest of this file.
  const form = (size) => (forms[size] ??= new Intl.DateTimeFormat(lang, FORMS[size]));

  function shape(name, attributes, ...children) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  // An ISO prefix in short words of the page's language.
  function words(name) {
    const size = /-\d\d-\d\d$/.test(name) ? "day" : /\d-\d\d$/.test(name) ? "month" : null;
    return size ? form(size).format(new Date(first(name) * 86400000)) : name;
  }

  const unit = (from, to) => ({ from, to, first: first(from), last: last(to), label: from === to ? words(from) : `${from} – ${to}` });

  // Days, months or years from one day to another; long times without events in `rows` become one gap, which is null.
  function units(from, to, rows) {
    const size = to - from < 63 ? "day" : to - from < 1500 ? "month" : "year";
    const filled = new Set(size === "year" ? rows.flatMap((row) => (row.from === null ? [] : [iso(row.from, "year")])) : []);
    const made = [];
    let empty = [];
    for (let day = from; day <= to && made.length < MANY;) {
      const name = iso(day, size);
      const one = unit(name, name);
      if (size === "year" && !filled.has(name)) empty.push(one);
      else {
        made.push(...(empty.length > EMPTY ? [null] : empty), one);
        empty = [];
      }
      day = one.last + 1;
    }
    return made;
  }

  // For each unit: how many rows lie in it, and the sum of the shares of those that may.
  function counted(units, rows) {
    const counts = units.map(() => [0, 0]);
    for (const row of rows) {
      if (row.from === null) continue;
      const hit = [];
      units.forEach((one, n) => { if (one && one.first <= row.to && one.last >= row.from) hit.push(n); });
      if (hit.length === 1 && units[hit[0]].first <= row.from && row.to <= units[hit[0]].last) counts[hit[0]][0] += 1;
      else for (const n of hit) {
        counts[n][1] += (Math.min(row.to, units[n].last) - Math.max(row.from, units[n].first) + 1) / (row.to - row.from + 1);
      }
    }
    return counts;
  }

  const fullest = (counts) => Math.max(0, ...counts.map(([sure, spread]) => sure + spread)) || 1;

  // Bars `tall` pixels high at most, where `most` events fill them, and as many words below as `room`, in pixels, has place for.
  function bars(units, counts, tall, most, room) {
    const labels = Math.max(2, Math.floor(room / WORD));
    const width = 100 / units.length, step = Math.ceil(units.length / labels);
    const made = [shape("line", { x1: 0, x2: "100%", y1: tall + 0.5, y2: tall + 0.5 })];
    counts.forEach(([sure, spread], n) => {
      const [full, hatched] = [(tall * sure) / most, (tall * spread) / most];
      const place = { x: `${width * (n + 0.1)}%`, width: `${width * 0.8}%` };
      if (full) made.push(shape("rect", { ...place, y: tall - full, height: full }));
      if (hatched) made.push(shape("rect", { ...place, class: "spread", y: tall - full - hatched, height: hatched }));
      if (n % step === 0) {
        const end = n === 0 && units.length > labels ? { "data-end": "" } : {};
        made.push(shape("text", { x: `${end["data-end"] === "" ? 0 : width * (n + 0.5)}%`, y: tall + 16, ...end }, units[n]?.label ?? "…"));
      }
    });
    return made;
  }

  return { shape, unit, units, counted, fullest, bars };
})();
