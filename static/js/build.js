// The review of a built bank: keys for its buttons, the page's main part swapped, a file dropped into its field.

const main = () => document.querySelector("main");
const status = Object.assign(document.createElement("p"), { className: "out-of-sight", role: "status" });
document.body.append(status);
let isBusy = false;

/** Fetches a page of the review and puts its main part in the place of this one. */
async function swap(address, options = {}) {
  if (isBusy) return;
  isBusy = true;
  try {
    const reply = await fetch(address, { credentials: "same-origin", ...options });
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    // Another page, as the sign-in, is gone to whole: it has scripts and styles of its own. One that says what is
    // wrong is shown here: at the address of a button there is nothing to look at.
    if (reply.ok && !page.querySelector("[data-review]")) return location.assign(reply.url);
    if (!page.querySelector("main h1")) return say("The site did not answer; try again.");
    // What a form was refused for stands at the form's own address, where nothing can be looked at again.
    show(page, options.method && !reply.redirected ? location.href : reply.url);
  } catch {
    say("That needs the network; try again.");
  } finally {
    isBusy = false;
  }
}

function show(page, address) {
  document.title = page.title;
  const focused = document.activeElement;
  const wasInside = main().contains(focused);
  main().replaceWith(page.querySelector("main"));
  // The same button of the next fact, so that Enter or Space go on; else the top of what is new.
  const same = focused.dataset.key && main().querySelector(`[data-key="${focused.dataset.key}"]`);
  if (wasInside) (same || main().querySelector("h1")).focus({ preventScroll: true });
  if (address !== location.href) history.pushState(null, "", address);
  readAloud();
  bringIntoView();
}

function readAloud() {
  const fact = document.querySelector(".review h2 + .said");
  status.textContent = `${document.querySelector("h1").textContent}. ${fact ? fact.textContent : ""}`;
}

function say(words) {
  document.querySelector("#said")?.remove();
  const line = Object.assign(document.createElement("p"), { id: "said", className: "notice is-wrong", textContent: words });
  line.setAttribute("role", "alert");
  document.querySelector("[data-review]").after(line);
}

/** Shows the marked sentence where the section is longer than its half of the page, and the page from its top. */
function bringIntoView() {
  scrollTo(0, 0);
  const told = document.querySelector(".told");
  const mark = told?.querySelector("mark");
  if (!mark) return;
  told.scrollTop += mark.getBoundingClientRect().top - told.getBoundingClientRect().top - innerHeight / 4;
  const below = mark.getBoundingClientRect().bottom - innerHeight * 0.9; // at the end of a section that fits the window
  if (below > 0) scrollBy(0, below);
}

addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("[data-drop]")) return wait(form);
  const stays = /\/(decide|undo|accept-sure|leave-out)$/.test(form.getAttribute("action") ?? "");
  if (!stays || form.method !== "post") return;
  event.preventDefault();
  swap(form.action, { method: "POST", body: new URLSearchParams(new FormData(form, event.submitter)) });
});

addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const isPlain = !event.defaultPrevented && event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !isPlain || !document.querySelector("[data-review]")) return;
  if (link.pathname !== location.pathname || link.hash) return;
  event.preventDefault();
  swap(link.href);
});

addEventListener("popstate", () => swap(location.href));

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || document.body.matches(".no-keys")) return;
  if (event.target.closest("input, textarea, select, dialog")) return;
  const control = main().querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!control) return;
  event.preventDefault();
  control.click();
});

const field = document.querySelector("[data-drop] input[type=file]");
if (field) {
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    field.files = event.dataTransfer.files;
    field.focus();
  });
}

/** Says that the article is being read: that of a long one takes a second, and is not given twice. */
function wait(form) {
  const button = form.querySelector("button.first");
  const words = button.textContent;
  button.disabled = true;
  button.textContent = status.textContent = "Finding facts …";
  const restore = () => Object.assign(button, { disabled: false, textContent: words });
  addEventListener("pageshow", restore, { once: true }); // come back to by the browser's own button
  setTimeout(restore, 10_000); // stopped by the reader
}

document.documentElement.classList.toggle("has-keys", !document.body.matches(".no-keys"));
if (document.querySelector("[data-review]")) bringIntoView();
