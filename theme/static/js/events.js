"use strict";
// Events: the data behind filters and comparisons, fetched a year at a time when a reader wants it. Shards are scripts that call
// dateline.index and dateline.shard, since a page opened from disk may load scripts but fetch nothing.

window.dateline = (() => {
  const DAY = 86400000;
  const shards = new Map();
  const pending = new Map();
  let index = null;

  // --- days: numbers since 1970, for any year; ISO prefixes may begin with a minus ---

  const parts = (iso) => {
    const [, year, month, day] = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?$/.exec(iso) ?? [];
    return year === undefined ? null : [Number(year), month && Number(month), day && Number(day)];
  };
  const number = (year, month, day) => {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    return Math.floor(date.getTime() / DAY);
  };
  const first = (iso) => {
    const [year, month, day] = parts(iso) ?? [];
    return year === undefined ? null : number(year, month ?? 1, day ?? 1);
  };
  const last = (iso) => {
    const [year, month, day] = parts(iso) ?? [];
    if (year === undefined) return null;
    if (day) return number(year, month, day);
    return (month ? number(year, month + 1, 1) : number(year + 1, 1, 1)) - 1;
  };
  const yearIso = (year) => (year < 0 ? `-${String(-year).padStart(4, "0")}` : String(year).padStart(4, "0"));
  const iso = (days, unit = "day") => {
    const date = new Date(days * DAY);
    const two = (n) => String(n).padStart(2, "0");
    const year = yearIso(date.getUTCFullYear());
    if (unit === "year") return year;
    const month = `${year}-${two(date.getUTCMonth() + 1)}`;
    return unit === "month" ? month : `${month}-${two(date.getUTCDate())}`;
  };

  // --- data ---

  function load(url) {
    if (!pending.has(url)) {
      pending.set(url, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = url;
        script.onload = done;
        script.onerror = () => {
          pending.delete(url);
          failed(new Error(`${url} could not be loaded`));
        };
        document.head.append(script);
      }));
    }
    return pending.get(url);
  }

  // The index of names and years at this address.
  async function open(url) {
    await load(url);
    return index;
  }

  // The events of these years, in order of time, as rows with their names' numbers.
  async function rows(url, years) {
    await Promise.all(years.map((year) => load(url.replace("index.js", `${year}.js`))));
    return years.flatMap((year) => shards.get(year));
  }

  function unpacked(shard) {
    return shard.at.map((at, i) => ({
      at, year: shard.year, line: shard.line[i], from: shard.from[i], to: shard.to[i],
      when: shard.words[shard.when[i]], kind: shard.kind[i], status: shard.status[i], sure: shard.sure[i],
      weight: shard.weight[i], told: shard.told[i], who: shard.who[i], where: shard.where[i], source: shard.source[i],
      stories: shard.story[i].map((n) => shard.stories[n]),
    }));
  }

  // A link below the site's root, which may be a folder or, on disk, its index.html.
  const link = (root, path) => {
    const file = root.endsWith("index.html") ? "index.html" : "";
    return root.slice(0, root.length - file.length) + path + (path.endsWith("/") || !path ? file : "");
  };

  // An element with attributes and children; text is never read as HTML.
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  return {
    index: (data) => { index = data; },
    shard: (data) => { shards.set(data.year, unpacked(data)); },
    open, rows, link, element, first, last, iso,
  };
})();
