// The logbook's grid: Enter goes to the next field, after the last one to the button. Works without this file.
(() => {
  "use strict";
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Enter" || e.shiftKey || e.ctrlKey || e.altKey || e.metaKey || e.isComposing) return;
    if (!e.target.matches("form[data-buku] input, form[data-buku] textarea")) return;
    const medan = [...e.target.form.querySelectorAll("input:not([type=hidden]), textarea, button[type=submit]")];
    const berikut = medan[medan.indexOf(e.target) + 1];
    if (!berikut) return;
    e.preventDefault();
    berikut.focus();
  });
})();
