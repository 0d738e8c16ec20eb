// Reporting a problem without leaving the question: the form of its page, in a dialog.

import { Away, ask } from "./wire.js";

/** Opens the form for the question that a link names; `say` reads out what came of it. */
export function report(link, say) {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", "report-title");
  dialog.innerHTML = `
    <form class="stack">
      <h2 id="report-title">Report a problem</h2>
      <div class="field">
        <label for="report-words">What is wrong with this question?</label>
        <p class="note soft" id="report-note">It goes to the owner of the bank, with your name if you have one.</p>
        <textarea id="report-words" rows="4" maxlength="1000" aria-describedby="report-note"></textarea>
      </div>
      <p class="note is-wrong" hidden>That needs the network; try again when it is back.</p>
      <div class="row"><button class="button first">Send</button><button type="button" class="quiet">Not now</button></div>
    </form>`;
  const words = dialog.querySelector("textarea");
  const address = link.getAttribute("href").replace(/\/[^/]+$/, "");
  dialog.querySelector(".quiet").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    link.focus();
  });
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    try {
      await ask(address, [["key", link.dataset.report], ["words", words.value]]);
      link.textContent = "Reported";
      dialog.close();
      say("Reported to the owner of the bank.");
    } catch (problem) {
      if (!(problem instanceof Away)) throw problem;
      dialog.querySelector(".is-wrong").hidden = false;
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  words.focus();
}
