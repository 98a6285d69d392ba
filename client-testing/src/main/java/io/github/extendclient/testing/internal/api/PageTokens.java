package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.api.PageTokens.Cursor;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and reads the tokens of pages. A token holds the last item of its page and the time of the
 * first page; its signature covers all other parameters, which must not change between pages.
 * Thread-safe.
 */
final class PageTokens {
  private static final int MAC_BYTES = 16;

  /**
   * The place of a page in its list.
   *
   * @param asOf the time of the first page
   * @param sortMillis the time by which the last item of the page before is sorted
   * @param number of the row of that item
   */
  record Cursor(Instant asOf, long sortMillis, long number) {}

  private final SecretKeySpec key;

  PageTokens(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  String token(Cursor cursor, String fingerprint) {
    String payload = cursor.asOf() + "," + cursor.sortMillis() + "," + cursor.number();
    Base64.Encoder base64 = Base64.getEncoder();
    return base64.encodeToString(mac(payload + "," + fingerprint))
        + ":"
        + base64.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
  }

  Cursor cursor(String token, String fingerprint) {
    try {
      int colon = token.indexOf(':');
      byte[] mac = Base64.getDecoder().decode(token.substring(0, Math.max(colon, 0)));
      String payload =
          new String(
              Base64.getDecoder().decode(token.substring(colon + 1)), StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(mac, mac(payload + "," + fingerprint))) {
        String[] parts = payload.split(",");
        return new Cursor(
            Instant.parse(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
      }
    } catch (IllegalArgumentException e) {
      // Not base64: refused like any other token that was not made here.
    }
    throw ApiException.invalidRequest(
        "The query parameter \"nextPageToken\" is none that this list gave out for these"
            + " parameters: send it unchanged, with all other parameters as before.");
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), MAC_BYTES);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new AssertionError("every Java platform has HmacSHA256", e);
    }
  }
}
