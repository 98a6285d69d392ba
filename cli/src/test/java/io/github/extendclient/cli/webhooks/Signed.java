package io.github.extendclient.cli.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs deliveries. */
final class Signed {
  static final String SECRET = "wss_test";
  static final String BODY =
      "{\"eventId\":\"evt_1\",\"eventType\":\"new.event\",\"payload\":{\"id\":\"x_1\"}}";

  private Signed() {}

  /** The signature of a body that is sent at a second since 1970. */
  static String signature(long time, String body) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] text = ("v0:" + time + ":" + body).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(mac.doFinal(text));
  }
}
