// The palette: one field over acts, records and pages. What is typed goes out by POST and is kept nowhere.
(() => {
  "use strict";
  const palet = document.getElementById("palet");
  if (!palet) return;
  const form = palet.querySelector("form");
  const isian = palet.querySelector("[role=combobox]");
  const daftar = palet.querySelector("[role=listbox]");
  const pesan = palet.querySelector(".tu-palet-pesan");
  const kabar = palet.querySelector("[role=status]");
  const JEDA = 150; // milliseconds without a key before the server is asked
  const SERING = 5;
  let urut = 0; // number of the latest question; answers to older ones are dropped
  let tunggu = 0;
  let batal = null;
  let ditanya = null; // the text whose answer is on its way
  let dijawab = null; // the text whose answers are shown
  let menanti = null; // Enter pressed before its answer came
  let hanya = ""; // the one group that Tab keeps

  // Visits of menu pages, counted in this browser for this user; the server's list says which pages those are.
  const simpanan = `tu-palet-${palet.dataset.pengguna}`;
  const kunjungan = () => { try { return JSON.parse(localStorage.getItem(simpanan)) || {}; } catch { return {}; } };
  const simpan = (semua) => { try { localStorage.setItem(simpanan, JSON.stringify(semua)); } catch { /* storage is closed or full: nothing is counted */ } };
  const catat = (alamat, tambah) => {
    const semua = kunjungan();
    semua[alamat] = (semua[alamat] || 0) + tambah;
    simpan(semua);
  };
  const kini = location.pathname;
  const diMenu = [...document.querySelectorAll("#navigasi a, .tu-menu a, .tu-rel a")].some((a) => a.getAttribute("href") === kini);
  if (diMenu || kini in kunjungan()) catat(kini, 1);

  const baris = () => [...daftar.querySelectorAll("[role=option]")].filter((b) => !b.closest("[hidden]"));
  const terpilih = () => daftar.querySelector("[aria-selected=true]");
  const pilih = (b) => {
    terpilih()?.setAttribute("aria-selected", "false");
    isian.setAttribute("aria-expanded", String(Boolean(b)));
    if (!b) { isian.removeAttribute("aria-activedescendant"); return; }
    b.setAttribute("aria-selected", "true");
    isian.setAttribute("aria-activedescendant", b.id);
    if (b === baris()[0]) daftar.scrollTop = 0; else b.scrollIntoView({ block: "nearest" });
  };
  const geser = (langkah) => {
    const semua = baris();
    if (semua.length) pilih(semua[(semua.indexOf(terpilih()) + langkah + semua.length) % semua.length]);
  };
  const saring = (kode) => {
    hanya = kode;
    daftar.querySelectorAll("[data-kelompok]").forEach((k) => { k.hidden = Boolean(kode) && k.dataset.kelompok !== kode; });
    daftar.querySelectorAll("[data-lebih]").forEach((b) => { b.hidden = !kode; });
    const judul = [...daftar.querySelectorAll("h2")].filter((h) => !h.hidden).map((h) => h.textContent);
    const semua = baris();
    kabar.textContent = semua.length ? `${semua.length} jawaban: ${judul.join(", ")}.` : "";
    if (!semua.includes(terpilih())) pilih(semua[0]);
  };

  // Nothing typed: the pages opened most, and what the page below offers.
  const susunAwal = () => {
    const kelompok = daftar.querySelector("[role=group]");
    const semua = kelompok ? [...kelompok.children] : [];
    const dulu = kunjungan();
    const hitung = Object.fromEntries(semua.map((b) => [b.dataset.alamat, dulu[b.dataset.alamat] || 0]));
    simpan(hitung);
    const lain = semua.filter((b) => b.dataset.alamat !== kini);
    kelompok?.replaceChildren(...lain.sort((a, b) => hitung[b.dataset.alamat] - hitung[a.dataset.alamat]).slice(0, SERING));
    const aksi = [...document.querySelectorAll(".tu-judul .tu-aksi :is(a[href], button), [data-baru]")]
      .filter((a) => !a.closest("dialog") && !a.disabled && a.getClientRects().length);
    if (!aksi.length) return;
    const bagian = palet.querySelector("template").content.cloneNode(true);
    const contoh = bagian.querySelector("[role=option]");
    contoh.replaceWith(...aksi.map((a, n) => {
      const satu = contoh.cloneNode(true);
      const kata = a.cloneNode(true);
      kata.querySelectorAll("kbd, svg").forEach((k) => k.remove());
      satu.querySelector("span").textContent = kata.textContent.replace(/\s+/g, " ").trim() || a.getAttribute("aria-label");
      satu.id = `palet-disini-${n}`;
      satu.sasaran = a;
      return satu;
    }));
    daftar.append(bagian);
  };

  const tampilkan = (teks, html, kata) => {
    ditanya = null;
    dijawab = teks;
    daftar.innerHTML = html; // our own template, escaped by the server
    if (html && !teks) susunAwal();
    pilih(null);
    saring("");
    pesan.textContent = baris().length ? "" : kata;
    pesan.hidden = !pesan.textContent;
    if (pesan.textContent) kabar.textContent = pesan.textContent;
    const buka = menanti;
    menanti = null;
    if (buka) bukaPilihan(buka.tabBaru);
  };
  const tanya = async () => {
    clearTimeout(tunggu);
    batal?.abort();
    const nomor = ++urut;
    const teks = isian.value.trim();
    if (teks.length === 1) { tampilkan(teks, "", "Ketik satu huruf lagi."); return; }
    ditanya = teks;
    batal = new AbortController();
    let html = null;
    try {
      const balasan = await fetch(palet.dataset.alamat, { method: "POST", body: new URLSearchParams(new FormData(form)), signal: batal.signal });
      if (balasan.ok && !balasan.redirected) html = await balasan.text();
    } catch { html = null; }
    if (nomor !== urut || !palet.open) return;
    if (html === null) { menanti = null; tampilkan(teks, "", "Pencarian tidak terjawab. Muat ulang halaman ini, lalu coba lagi."); return; }
    tampilkan(teks, html.trim(), "Tidak ada yang cocok. Periksa ejaannya, atau ketik awal kata saja.");
  };

  const bukaPilihan = (tabBaru) => {
    const b = terpilih();
    if (!b) return;
    if (b.sasaran) { // a button that sends is only reached here: the palette itself changes nothing
      palet.close();
      b.sasaran.focus();
      if (!b.sasaran.matches("form[method=post] button:not([type=button])")) b.sasaran.click();
      return;
    }
    if (["halaman", "sering"].includes(b.parentElement.dataset.kelompok)) catat(b.dataset.alamat, 0);
    if (tabBaru) { open(b.dataset.alamat, "_blank", "noopener"); return; }
    palet.close();
    location.assign(b.dataset.alamat);
  };
  const bukaPalet = (teks) => {
    if (palet.open) { isian.select(); return; }
    isian.value = teks;
    palet.showModal();
    isian.focus();
    tanya();
  };

  document.addEventListener("keydown", (e) => {
    // a browser that fills a field in sends keys without a name
    if (e.key?.toLowerCase() !== "k" || !(e.ctrlKey || e.metaKey) || e.altKey || e.shiftKey) return;
    e.preventDefault();
    bukaPalet("");
  });
  document.querySelectorAll("input[data-palet]").forEach((m) => m.addEventListener("input", (e) => {
    if (e.isComposing || !m.value.trim()) return;
    const teks = m.value;
    m.value = "";
    bukaPalet(teks);
  }));
  isian.addEventListener("input", () => {
    menanti = null;
    clearTimeout(tunggu);
    tunggu = setTimeout(tanya, JEDA);
  });
  form.addEventListener("submit", (e) => e.preventDefault());
  palet.addEventListener("keydown", (e) => {
    if (e.isComposing) return;
    const tabBaru = e.ctrlKey || e.metaKey;
    const aksi = {
      ArrowDown: () => geser(1),
      ArrowUp: () => geser(-1),
      Escape: () => palet.close(),
      Tab: () => { if (terpilih()) saring(hanya ? "" : terpilih().parentElement.dataset.kelompok); },
      Enter: () => {
        if (isian.value.trim() === dijawab) { bukaPilihan(tabBaru); return; }
        menanti = { tabBaru };
        if (isian.value.trim() !== ditanya) tanya();
      },
      k: tabBaru ? () => isian.select() : null,
    }[e.key];
    e.stopPropagation(); // no key of the page below
    if (aksi) { e.preventDefault(); aksi(); }
  });
  daftar.addEventListener("mousedown", (e) => e.preventDefault()); // the field keeps the focus
  daftar.addEventListener("mousemove", (e) => { const b = e.target.closest("[role=option]"); if (b && b !== terpilih()) pilih(b); });
  daftar.addEventListener("click", (e) => { const b = e.target.closest("[role=option]"); if (b) { pilih(b); bukaPilihan(e.ctrlKey || e.metaKey); } });
  palet.addEventListener("click", (e) => { if (e.target === palet) palet.close(); });
  palet.addEventListener("close", () => {
    clearTimeout(tunggu);
    batal?.abort();
    urut += 1;
    ditanya = dijawab = menanti = null;
    isian.value = "";
    tampilkanKosong();
  });
  const tampilkanKosong = () => { daftar.replaceChildren(); pilih(null); pesan.hidden = true; kabar.textContent = ""; hanya = ""; };
})();
