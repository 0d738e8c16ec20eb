// Enter starts today's session, wherever the focus is not on something that Enter presses by itself.

import "./waiting.js";

document.documentElement.classList.add("has-keys");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.target.closest("a, button, summary, input, select, textarea")) return;
  const first = document.querySelector("main .button.first");
  if (first) {
    event.preventDefault();
    first.click();
  }
});
