package io.github.extendclient.bulk;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import com.google.common.hash.HashingInputStream;
import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Keys of documents as journals and results have them. */
final class Keys {
  private static final int LONGEST = 1000;
  private static final int HASH_LENGTH = 16;

  private Keys() {}

  /** The hash of the content of a document; it is read from the first byte to the last. */
  static String contentHash(BulkDocument document) throws IOException {
    try (HashingInputStream in = new HashingInputStream(Hashing.sha256(), document.open())) {
      in.transferTo(ByteStreams.nullOutputStream());
      return in.hash().toString();
    }
  }

  /** The key with the hash of its content, on one line; a key without such a hash as it is. */
  static String identity(String key, String contentHash) {
    StringBuilder line = new StringBuilder();
    key.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || c == '%' || c == '#') {
                line.append(String.format("%%%02X", c));
              } else {
                line.appendCodePoint(c);
              }
            });
    if (line.length() > LONGEST) {
      HashCode whole = Hashing.sha256().hashString(key, StandardCharsets.UTF_8);
      line.setLength(LONGEST);
      line.append('~').append(whole.toString(), 0, HASH_LENGTH);
    }
    return contentHash.isEmpty()
        ? line.toString()
        : line + "#" + contentHash.substring(0, HASH_LENGTH);
  }

  /** The key of an identity, without the hash of its content. */
  static String keyOf(String identity) {
    int hash = identity.indexOf('#');
    return hash < 0 ? identity : identity.substring(0, hash);
  }

  static String fingerprint(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }
}
