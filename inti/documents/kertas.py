"""Paper and margins. All lengths in millimetres; `poin` turns them into points. Source: the office's print rules."""

from __future__ import annotations

from dataclasses import dataclass, replace

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Kertas:
    """Paper size and margins in mm. The footer stands within the lower margin, below its line."""

    lebar: float = 210
    tinggi: float = 297
    kiri: float = 25
    kanan: float = 20
    atas: float = 12
    bawah: float = 15

    def __post_init__(self) -> None:
        """Refuse margins that leave no room to write. Raises ValueError."""
        if self.lebar - self.kiri - self.kanan < 60 or self.tinggi - self.atas - self.bawah < 100:
            raise ValueError("Tepi kertas terlalu lebar.")

    @property
    def lebar_isi(self) -> float:
        """Width between the margins, in points."""
        return (self.lebar - self.kiri - self.kanan) * MM

    @property
    def ukuran(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.lebar * MM, self.tinggi * MM


A4 = Kertas()
F4 = Kertas(lebar=215, tinggi=330)


def mendatar(kertas: Kertas) -> Kertas:
    """The same paper lying, with narrower margins for wide tables."""
    return replace(kertas, lebar=kertas.tinggi, tinggi=kertas.lebar, kiri=15, kanan=15)
