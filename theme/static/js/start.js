"use strict";
// Start: the page's scripts are loaded in their order once it has been painted, since it is whole without them.

{
  const { src, dataset } = document.currentScript;
  requestAnimationFrame(() => setTimeout(() => {
    for (const name of dataset.scripts.split(" ")) {
      const script = document.createElement("script");
      script.src = src.replace("start.js", `${name}.js`);
      script.async = false;
      document.head.append(script);
    }
  }));
}
