// Conveniences only: everything works without this file.
(() => {
  "use strict";
  const isian = (e) => e.target.closest("input, textarea, select, [contenteditable], [role=textbox], [role=combobox]");
  const akar = document.documentElement;

  // Light and dark: the user's choice, else the device's.
  const gelap = matchMedia("(prefers-color-scheme: dark)");
  const tema = () => { akar.dataset.bsTheme = akar.dataset.tema || (gelap.matches ? "dark" : "light"); };
  tema();
  gelap.addEventListener("change", tema);

  // Keys. The list is in the dialog "?".
  let baris = -1;
  const pindah = (langkah) => {
    const semua = [...document.querySelectorAll(".tu-tabel tbody tr")];
    if (!semua.length) return;
    baris = Math.min(Math.max(baris + langkah, 0), semua.length - 1);
    const tujuan = semua[baris].querySelector("a, input, button");
    (tujuan || semua[baris]).focus();
    semua[baris].scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (e) => {
    const dialog = document.getElementById("tombol-pintas");
    if (e.key === "Enter" && e.ctrlKey) {
      const form = (isian(e) && e.target.form) || document.querySelector("form[data-utama]");
      if (form) { e.preventDefault(); form.requestSubmit(); }
      return;
    }
    if (e.ctrlKey || e.altKey || e.metaKey) return;
    if (e.key === "Escape" && isian(e)) { e.target.blur(); return; }
    if (document.querySelector("dialog[open]")) return;
    const urut = document.querySelector("[data-urut-selesai]");
    if (e.key === "Escape" && urut) { urut.requestSubmit(); return; }
    // In forms for quick entry Enter moves to the next field; the last one sends.
    if (e.key === "Enter" && e.target.matches("form[data-entri] :is(input:not([type=submit]):not([type=checkbox]):not([type=file]), select)")) {
      const medan = [...e.target.form.querySelectorAll("input:not([type=hidden]), select, textarea")].filter((m) => !m.disabled && !("lewati" in m.dataset) && m.getClientRects().length);
      const berikut = medan[medan.indexOf(e.target) + 1];
      if (berikut) { e.preventDefault(); berikut.focus(); }
      return;
    }
    // At the counter whatever is typed outside a field belongs into the search: a card reader doesn't wait for a focus.
    const cari = document.querySelector("main [data-cari-loket]");
    if (cari && !isian(e) && e.key.length === 1 && !"/?".includes(e.key) && e.key !== " ") { cari.focus(); return; }
    if (isian(e) || (akar.dataset.tanpaHuruf !== undefined && e.key.length === 1)) return;
    const aksi = {
      "/": () => (document.querySelector("main [data-cari]") || document.querySelector("[data-cari]"))?.focus(),
      "?": () => dialog?.showModal(),
      n: () => document.querySelector("[data-baru]")?.click(),
      j: () => pindah(1),
      k: () => pindah(-1),
      x: () => { const kotak = document.activeElement?.closest("tr")?.querySelector("input[type=checkbox]"); if (kotak) kotak.click(); },
      g: () => { location.href = "/"; },
      "[": () => document.querySelector(".tu-menu") && lipatMenu(),
    }[e.key];
    if (aksi) { e.preventDefault(); aksi(); }
  });

  // What is typed while the answer is on its way is waiting in the next page's search field.
  const loket = document.querySelector("main [data-cari-loket]");
  if (loket) {
    const SIMPAN = "tu-ketikan-loket";
    const awal = sessionStorage.getItem(SIMPAN) || "";
    sessionStorage.removeItem(SIMPAN);
    if (awal && !loket.value) { loket.value = awal; loket.focus(); }
    loket.form.addEventListener("submit", () => {
      let tertunda = "";
      document.addEventListener("keydown", (e) => {
        if (e.key.length !== 1 || e.ctrlKey || e.altKey || e.metaKey) return;
        e.preventDefault();
        tertunda += e.key;
        sessionStorage.setItem(SIMPAN, tertunda);
      }, true);
    });
  }

  // A file field in the page's own words: browsers write theirs in the language of the device.
  document.querySelectorAll("input[type=file]").forEach((m) => {
    const kotak = document.createElement("span");
    const tombol = document.createElement("span");
    const nama = document.createElement("span");
    kotak.className = `form-control tu-pilih-berkas${m.classList.contains("is-invalid") ? " is-invalid" : ""}`;
    tombol.textContent = "Pilih berkas";
    tombol.setAttribute("aria-hidden", "true");
    nama.setAttribute("aria-hidden", "true");
    const tulis = () => { nama.textContent = [...m.files].map((f) => f.name).join(", ") || "belum ada"; };
    m.replaceWith(kotak);
    kotak.append(m, tombol, nama);
    m.addEventListener("change", tulis);
    tulis();
  });

  const hitungPilihan = (meja) => {
    const n = meja.querySelectorAll("tbody input[type=checkbox]:checked").length;
    document.querySelectorAll("[data-jumlah-pilih]").forEach((el) => { el.textContent = n; });
  };
  document.addEventListener("change", (e) => {
    const meja = e.target.closest("table");
    if (e.target.matches("[data-pilih-semua]")) {
      meja.querySelectorAll("tbody input[type=checkbox]").forEach((b) => { b.checked = e.target.checked; });
    }
    if (meja && e.target.matches("input[type=checkbox]")) hitungPilihan(meja);
    if (e.target.matches("[data-kirim-ubah]")) e.target.form.requestSubmit();
  });

  document.addEventListener("click", (e) => {
    const tutup = e.target.closest("[data-tutup]");
    if (tutup) tutup.closest("dialog")?.close();
    const buka = e.target.closest("[data-buka]");
    if (buka) document.getElementById(buka.dataset.buka)?.showModal();
    const cetak = e.target.closest("[data-cetak]");
    if (cetak) window.print();
  });

  // A second click on a button that is already sending does nothing; the server knows the key anyway.
  document.addEventListener("submit", (e) => {
    const form = e.target;
    if (form.dataset.terkirim && form.method === "post") { e.preventDefault(); return; }
    form.dataset.terkirim = "1";
    if (form.matches("[data-muat-ulang]")) setTimeout(() => location.reload(), 1500);
    setTimeout(() => { delete form.dataset.terkirim; }, 4000);
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-terkirim]").forEach((f) => { delete f.dataset.terkirim; }));

  // An unsaved form warns before it is left.
  let kotor = false;
  document.addEventListener("input", (e) => { if (e.target.closest("form[data-utama]")) kotor = true; });
  document.addEventListener("submit", () => { kotor = false; });
  addEventListener("beforeunload", (e) => { if (kotor) e.preventDefault(); });

  // The app's menu hides and comes back, and stays as it was left in this browser.
  const lipatMenu = () => {
    const lipat = akar.dataset.menu !== "lipat";
    if (lipat) akar.dataset.menu = "lipat"; else delete akar.dataset.menu;
    try { localStorage.setItem("tu-menu", lipat ? "lipat" : ""); } catch { /* storage is closed: only this page knows */ }
    document.querySelector(lipat ? ".tu-menu-lipat > summary" : ".tu-menu [data-lipat-menu]")?.focus();
  };
  document.querySelectorAll("[data-lipat-menu]").forEach((t) => { t.hidden = false; t.addEventListener("click", lipatMenu); });

  document.querySelector("[data-galat]")?.focus();
})();
