// The landing page's question: 1-9 or A-Z choose an option, and the form learns in which time zone its reader lives.

const options = [...document.querySelectorAll(".option")];
document.documentElement.classList.add("has-keys");

for (const field of document.querySelectorAll("input[data-time-zone]")) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}

const placeOf = (key) => {
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  return /^[a-z]$/i.test(key) ? key.toLowerCase().charCodeAt(0) - "a".charCodeAt(0) : -1;
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const option = options[placeOf(event.key)];
  if (option) {
    event.preventDefault();
    option.click();
  }
});
