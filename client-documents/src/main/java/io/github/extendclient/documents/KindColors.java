package io.github.extendclient.documents;

import java.awt.Color;
import java.util.Map;

/** The colors of annotations, the same as those of the style sheet. */
final class KindColors {
  private static final Map<String, Color> COLORS =
      Map.ofEntries(
          Map.entry("text", new Color(0x2563eb)),
          Map.entry("heading", new Color(0x7c3aed)),
          Map.entry("section_heading", new Color(0x9333ea)),
          Map.entry("table", new Color(0x0f766e)),
          Map.entry("table_head", new Color(0x0e7490)),
          Map.entry("table_cell", new Color(0x0d9488)),
          Map.entry("figure", new Color(0xb45309)),
          Map.entry("key_value", new Color(0xc2410c)),
          Map.entry("barcode", new Color(0x4d7c0f)),
          Map.entry("formula", new Color(0xa21caf)),
          Map.entry("field", new Color(0xdb2777)),
          Map.entry("form_field", new Color(0xdb2777)),
          Map.entry("split", new Color(0x15803d)));

  private static final Color OTHER = new Color(0x64748b);

  private KindColors() {}

  static Color of(String kind) {
    return COLORS.getOrDefault(kind, OTHER);
  }
}
