package io.github.extendclient.internal.json;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Converts JSON bodies to UTF-8, whatever charset a server or proxy used. */
final class JsonBodies {
  private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf");

  private JsonBodies() {}

  /**
   * Returns the body in UTF-8 without a byte order mark. Reads a body in another charset into
   * memory.
   *
   * @throws UndecodableBody if this JVM does not know the charset
   */
  static BufferedSource utf8(ResponseBody body) throws IOException {
    BufferedSource source = body.source();
    Charset charset = charset(body.contentType());
    if (charset == null || charset.equals(StandardCharsets.UTF_8)) {
      if (source.rangeEquals(0, BYTE_ORDER_MARK)) {
        source.skip(BYTE_ORDER_MARK.size());
      }
      return source;
    }
    String text = source.readString(charset);
    return new Buffer().writeUtf8(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static @Nullable Charset charset(@Nullable MediaType type) throws UndecodableBody {
    String name = type == null ? null : type.parameter("charset");
    if (type == null || name == null) {
      return null;
    }
    Charset charset = type.charset();
    if (charset == null) {
      throw new UndecodableBody("$", "text in the unknown charset \"" + name + "\"");
    }
    return charset;
  }
}
