package io.github.extendclient.testing.internal.api;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs URLs that can be read without an API key for some minutes, and verifies them. */
public final class SignedUrls {
  /** The first segment of their paths; no operation of the API begins with it. */
  public static final String FIRST_SEGMENT = "downloads";

  /** From the pages on files and on parse runs. */
  public static final Duration LIFETIME = Duration.ofMinutes(15);

  private final Supplier<URI> base;
  private final Clock clock;
  private final SecretKeySpec key;

  public SignedUrls(Supplier<URI> base, Clock clock, String secret) {
    this.base = base;
    this.clock = clock;
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /** A URL for a resource of this server, with a file name for downloads. */
  public String sign(String id, String name) {
    return sign(id, name, LIFETIME);
  }

  /** A URL that expires after another time than usual. */
  public String sign(String id, String name, Duration lifetime) {
    long expires = clock.instant().plus(lifetime).getEpochSecond();
    String file = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return base.get()
        + "/"
        + FIRST_SEGMENT
        + "/"
        + id
        + "/"
        + file
        + "?expires="
        + expires
        + "&signature="
        + signature(id, expires);
  }

  /** The URL of a page that responses name, but that is not served. */
  public String page(String path) {
    return base.get() + path;
  }

  /** The ID in a URL of this server; empty if the URL is of another server, forged or expired. */
  public Optional<String> verify(String url) {
    String own = base.get() + "/";
    if (!url.startsWith(own)) {
      return Optional.empty();
    }
    return verify(RequestTarget.of(url.substring(own.length() - 1)));
  }

  /** The ID in a path with its query; empty if it is forged or expired. */
  public Optional<String> verify(RequestTarget target) {
    List<String> segments = target.segments();
    String expires = target.query().getOrDefault("expires", "");
    if (segments.size() != 3
        || !segments.get(0).equals(FIRST_SEGMENT)
        || !expires.matches("\\d{1,15}")) {
      return Optional.empty();
    }
    String id = segments.get(1);
    long until = Long.parseLong(expires);
    boolean genuine = signature(id, until).equals(target.query().get("signature"));
    boolean valid = clock.instant().isBefore(Instant.ofEpochSecond(until));
    return genuine && valid ? Optional.of(id) : Optional.empty();
  }

  private String signature(String id, long expires) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] digest = mac.doFinal((id + ":" + expires).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new AssertionError("every Java platform has HmacSHA256", e);
    }
  }
}
