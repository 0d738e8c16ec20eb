// Keys while studying: 1-9 or A-Z choose, Enter goes on, H hint, U undo, Esc leaves. The page works without.

const page = document;
page.documentElement.classList.add("has-keys");

for (const field of page.querySelectorAll("[data-time-zone]")) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}

const verdict = page.getElementById("verdict");
if (verdict) verdict.focus({ preventScroll: true });

const press = (element) => {
  if (element) element.click();
  return Boolean(element);
};

const choose = (place) => press(page.querySelectorAll(".option, .ratings .button")[place]);

const keys = {
  Enter: () => press(page.querySelector(".button.first")),
  Escape: () => press(page.querySelector(".run a")),
  h: () => press(page.querySelector('[formaction$="/hint"]')),
  u: () => press(page.querySelector('form[action$="/undo"] button')),
};

const placeOf = (key) => {
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  return /^[a-z]$/.test(key) ? key.charCodeAt(0) - "a".charCodeAt(0) : -1;
};

page.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const inField = event.target.closest("input:not([type=checkbox]), textarea, select");
  const onControl = event.target.closest("a, button, summary, input");
  if (inField || (event.key === "Enter" && onControl)) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const options = page.querySelectorAll(".option, .ratings .button").length;
  const place = placeOf(key);
  const done = place >= 0 && place < options ? choose(place) : (keys[key] ?? (() => false))();
  if (done) event.preventDefault();
});
