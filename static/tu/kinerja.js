// The day's minutes while they are typed. The page is whole without this file: saving counts them too.
(() => {
  "use strict";
  const jumlah = document.querySelector("[data-jumlah-menit]");
  const maju = document.getElementById("jumlah-menit");
  if (!jumlah || !maju) return;
  const hitung = () => {
    let n = Number(jumlah.dataset.terkunci) || 0;
    document.querySelectorAll("input[data-menit]").forEach((m) => {
      const hapus = m.closest("tr").querySelector("input[type=checkbox]");
      if (!hapus?.checked) n += Math.max(0, Number(m.value) || 0);
    });
    jumlah.textContent = n;
    maju.value = n;
  };
  document.addEventListener("input", hitung);
  hitung();
})();
