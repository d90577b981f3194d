// The waiting room's devices. The board asks every three seconds, says so when nobody answers, and comes back by itself.
(() => {
  "use strict";
  const tubuh = document.body;
  if (tubuh.dataset.cetak) {
    window.print();
    setTimeout(() => { location.href = tubuh.dataset.cetak; }, 12000);
    return;
  }
  const alamat = tubuh.dataset.papan;
  if (!alamat) return;

  // A chime of two notes, no voice. Browsers allow sound only after a touch, once.
  let bunyi = null;
  const tombol = document.querySelector("[data-bunyi]");
  const nada = (hz, mulai) => {
    const sumber = bunyi.createOscillator();
    const keras = bunyi.createGain();
    sumber.frequency.value = hz;
    keras.gain.setValueAtTime(0.25, bunyi.currentTime + mulai);
    keras.gain.exponentialRampToValueAtTime(0.001, bunyi.currentTime + mulai + 0.9);
    sumber.connect(keras).connect(bunyi.destination);
    sumber.start(bunyi.currentTime + mulai);
    sumber.stop(bunyi.currentTime + mulai + 1);
  };
  const panggil = () => {
    tubuh.dataset.berbunyi = String(Number(tubuh.dataset.berbunyi || 0) + 1);
    if (bunyi) { nada(880, 0); nada(659, 0.35); }
  };
  if (tombol) {
    tombol.hidden = false;
    tombol.addEventListener("click", () => { bunyi = new AudioContext(); tombol.hidden = true; panggil(); });
  }

  const putus = document.querySelector("[data-putus]");
  let tanda = document.getElementById("papan").dataset.tanda;
  const segarkan = async () => {
    let tunggu = 3000;
    try {
      const balasan = await fetch(alamat, { cache: "no-store", signal: AbortSignal.timeout(8000) });
      if (!balasan.ok) throw new Error(String(balasan.status));
      const baru = new DOMParser().parseFromString(await balasan.text(), "text/html").getElementById("papan");
      if (!baru) throw new Error("papan");
      document.getElementById("papan").replaceWith(baru);
      if (baru.dataset.tanda && baru.dataset.tanda !== tanda) panggil();
      tanda = baru.dataset.tanda;
      putus.hidden = true;
    } catch {
      putus.hidden = false;
      tunggu = 2000;
    }
    setTimeout(segarkan, tunggu);
  };
  window.addEventListener("online", () => { putus.hidden = true; });
  setTimeout(segarkan, 3000);
})();
