"use strict";
// Start: the page's scripts are loaded in their order once it has been painted, since it is whole without them.
// The page's root says which of them was the last to start (data-ready).

{
  const { src, dataset } = document.currentScript;
  requestAnimationFrame(() => setTimeout(() => {
    for (const name of dataset.scripts.split(" ")) {
      const script = document.createElement("script");
      script.src = src.replace("start.js", `${name}.js`);
      script.async = false;
      script.addEventListener("load", () => { document.documentElement.dataset.ready = name; });
      document.head.append(script);
    }
  }));
}
