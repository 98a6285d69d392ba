package io.github.extendclient.testsupport;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The string literals of a compiled class, and what its concatenations put between values. */
public final class StringConstants {
  private static final int MAGIC = 0xCAFEBABE;

  private StringConstants() {}

  /** Reads the constant pool, whose form the Java Virtual Machine Specification gives in 4.4. */
  public static List<String> of(Class<?> type) throws IOException {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream bytes = type.getResourceAsStream(file);
        DataInputStream in = new DataInputStream(bytes)) {
      if (in.readInt() != MAGIC) {
        throw new AssertionError(file + " is no class file");
      }
      in.readInt(); // version
      return literals(in);
    }
  }

  private static List<String> literals(DataInputStream in) throws IOException {
    Map<Integer, String> texts = new HashMap<>();
    List<Integer> literals = new ArrayList<>();
    int count = in.readUnsignedShort();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(i, in.readUTF());
        case 8 -> literals.add(in.readUnsignedShort());
        case 7, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // A long or a double takes two places.
        }
        default -> throw new AssertionError("constant of the unknown kind " + tag);
      }
    }
    return literals.stream().map(texts::get).toList();
  }
}
