package io.github.extendclient.bulk;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import com.google.common.hash.HashingInputStream;
import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The keys of documents in journals and results. */
final class DocumentKeys {
  private static final int LONGEST = 1000;
  private static final int HASH_LENGTH = 16;

  private DocumentKeys() {}

  /** Returns the hash of a document's content, which is read completely. */
  static String contentHash(BulkDocument document) throws IOException {
    try (HashingInputStream in = new HashingInputStream(Hashing.sha256(), document.open())) {
      in.transferTo(ByteStreams.nullOutputStream());
      return in.hash().toString();
    }
  }

  /** Returns the key with the hash of the content, on one line; without a hash, the key alone. */
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

  /** Returns the key of an identity, without the hash of the content. */
  static String keyOf(String identity) {
    int hash = identity.indexOf('#');
    return hash < 0 ? identity : identity.substring(0, hash);
  }

  static String fingerprint(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }
}
