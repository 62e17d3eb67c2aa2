"use strict";
// Sift: what of the events passes a filter, and how many there would be for each value of each facet.

dateline.sift = (() => {
  const TONES = ["cooperative", "neutral", "hostile"];
  const FACETS = ["actor", "type", "tone", "status", "place", "source"];
  const { first, last } = dateline;

  const of = {
    actor: (row) => row.who,
    type: (row) => [row.kind],
    tone: (row, index) => [TONES.indexOf(index.kinds[row.kind][4])],
    status: (row) => [row.status],
    place: (row) => row.where,
    source: (row) => row.source,
  };

  // The ids of a facet's values, by their numbers.
  const ids = (facet, index) => ({
    actor: () => index.actors.map(([id]) => id), place: () => index.actors.map(([id]) => id),
    type: () => index.kinds.map(([id]) => id), tone: () => TONES, status: () => index.statuses, source: () => index.sources,
  })[facet]();

  function tests(state, index) {
    const made = [];
    for (const facet of FACETS) {
      if (!state[facet]) continue;
      const known = ids(facet, index);
      const numbers = state[facet].map((id) => known.indexOf(id));
      const all = facet === "actor" && state.who === "all";
      made.push({ facet: all ? null : facet, pass: all
        ? (row) => numbers.every((n) => row.who.includes(n))
        : (row) => of[facet](row, index).some((n) => numbers.includes(n)) });
    }
    const from = state.from ? first(state.from) : -Infinity;
    const to = state.to ? last(state.to) : Infinity;
    if (state.from || state.to) made.push({ pass: (row) => row.from !== null && row.from <= to && row.to >= from });
    if (state.sure) made.push({ pass: (row) => row.sure >= Number(state.sure) });
    const sought = (state.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    if (sought.length) made.push({ pass: (row) => sought.every((word) => row.low.includes(word)) });
    return made;
  }

  // The rows that pass all tests; and counts of each facet's values among those that no other facet's test turns away.
  function sift(rows, state, index) {
    const all = tests(state, index);
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
    const count = (facet, row) => {
      for (const n of of[facet](row, index)) counts[facet].set(n, (counts[facet].get(n) ?? 0) + 1);
    };
    const found = [];
    for (const row of rows) {
      let failed = null, fails = 0;
      for (const test of all) {
        if (test.pass(row)) continue;
        failed = test;
        if (++fails > 1) break;
      }
      if (fails === 0) {
        found.push(row);
        for (const facet of FACETS) count(facet, row);
      } else if (fails === 1 && failed.facet) {
        count(failed.facet, row);
      }
    }
    return { found, counts };
  }

  return { FACETS, ids, sift };
})();
