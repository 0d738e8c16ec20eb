// The landing page's question: 1-9 or A-Z choose an option, and the form learns in which time zone its reader lives.

import { placeOf } from "./keys.js";

const options = [...document.querySelectorAll(".option")];
document.documentElement.classList.add("has-keys");

for (const field of document.querySelectorAll("input[data-time-zone]")) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const option = options[placeOf(event.key)];
  if (option) {
    event.preventDefault();
    option.click();
  }
});
