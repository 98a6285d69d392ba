package io.github.extendclient.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The signing secrets of a verifier. Never prints a secret. */
final class SigningSecrets {
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] VERSION = "v0:".getBytes(StandardCharsets.US_ASCII);

  private final List<SecretKeySpec> keys;

  private SigningSecrets(List<SecretKeySpec> keys) {
    this.keys = List.copyOf(keys);
  }

  static SigningSecrets of(@Nullable String... secrets) {
    if (secrets.length == 0) {
      throw new IllegalArgumentException(
          "A webhook verifier needs a signing secret: give the one that was returned when the"
              + " endpoint was created.");
    }
    List<SecretKeySpec> keys = new ArrayList<>(secrets.length);
    for (int i = 0; i < secrets.length; i++) {
      String secret = secrets[i];
      String name = "Signing secret " + (i + 1) + " of " + secrets.length;
      if (secret == null) {
        throw new IllegalArgumentException(name + " is null: is its environment variable set?");
      }
      if (secret.isBlank()) {
        throw new IllegalArgumentException(name + " is blank: give it as the API returned it.");
      }
      if (secret.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
        throw new IllegalArgumentException(
            name + " has white space in it: a line end may have been read with it, remove it.");
      }
      keys.add(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }
    return new SigningSecrets(keys);
  }

  int count() {
    return keys.size();
  }

  /** Returns whether a secret matches. Takes constant time, whichever secret matches or none. */
  boolean match(String timestamp, byte[] body, byte[] signature) {
    boolean matched = false;
    for (SecretKeySpec key : keys) {
      matched |= MessageDigest.isEqual(sign(key, timestamp, body), signature);
    }
    return matched;
  }

  private static byte[] sign(SecretKeySpec key, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(VERSION);
      mac.update(timestamp.getBytes(StandardCharsets.US_ASCII));
      mac.update((byte) ':');
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", e);
    }
  }
}
