package io.github.extendclient.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** A certificate for localhost from the JDK's keytool, and a trust manager with it. */
public final class LoopbackCertificate {
  private static final String PASSWORD = "loopback";

  private final SSLContext context;
  private final X509TrustManager trust;

  private LoopbackCertificate(KeyStore keys) throws GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD.toCharArray());
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    trust = (X509TrustManager) trusted.getTrustManagers()[0];
    context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
  }

  /** Makes one in a folder, which the test deletes. */
  public static LoopbackCertificate in(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve("loopback.p12");
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "loopback",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    if (tool.waitFor() != 0) {
      throw new AssertionError(
          "keytool made no certificate: " + Files.readString(folder.resolve("keytool.txt")));
    }
    return new LoopbackCertificate(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()));
  }

  /** For a server. */
  public SSLContext context() {
    return context;
  }

  /** For a client. */
  public OkHttpClient.Builder trusted() {
    return new OkHttpClient.Builder().sslSocketFactory(context.getSocketFactory(), trust);
  }
}
