// Fields that complete what is typed: input[data-saran=address] asks for rows of value and words. Works without it too.
(() => {
  "use strict";
  document.querySelectorAll("input[data-saran]").forEach((isian) => {
    const daftar = document.createElement("datalist");
    daftar.id = `${isian.id}-saran`;
    isian.after(daftar);
    isian.setAttribute("list", daftar.id);
    let tunggu = 0;
    let terakhir = "";
    const ambil = async () => {
      const q = isian.value.trim();
      if (q.length < 2 || q === terakhir) return;
      terakhir = q;
      const isi = new URLSearchParams({ q });
      for (const nama of (isian.dataset.saranDengan || "").split(" ").filter(Boolean)) isi.set(nama, isian.form.elements[nama]?.value || "");
      const balasan = await fetch(isian.dataset.saran, {
        method: "POST", body: isi, headers: { "X-CSRFToken": isian.form.elements.csrfmiddlewaretoken.value },
      });
      if (!balasan.ok) return;
      daftar.replaceChildren(...(await balasan.json()).saran.map(([nilai, teks]) => {
        const pilihan = document.createElement("option");
        pilihan.value = nilai;
        pilihan.label = teks;
        return pilihan;
      }));
    };
    isian.addEventListener("input", () => { clearTimeout(tunggu); tunggu = setTimeout(ambil, 180); });
    isian.addEventListener("focus", () => { terakhir = ""; ambil(); });
  });
})();
