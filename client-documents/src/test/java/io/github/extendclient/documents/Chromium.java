package io.github.extendclient.documents;

import io.github.extendclient.runtime.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Controls a headless Chromium with its DevTools protocol. For one test at a time. */
final class Chromium implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/.*");
  private static final Pattern PAGE =
      Pattern.compile("\"webSocketDebuggerUrl\": \"(ws://[^\"]*/page/[^\"]*)\"");
  private static final int SECONDS = 30;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonValue> messages = new LinkedBlockingQueue<>();
  private int lastId;

  Chromium(Path executable, Path profile) throws IOException, InterruptedException {
    this.process =
        new ProcessBuilder(
                executable.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    HttpClient http = HttpClient.newHttpClient();
    URI pages = URI.create("http://" + address() + "/json/list");
    String list =
        http.send(HttpRequest.newBuilder(pages).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher page = PAGE.matcher(list);
    if (!page.find()) {
      throw new IOException("Chromium lists no page: " + list);
    }
    this.socket =
        http.newWebSocketBuilder().buildAsync(URI.create(page.group(1)), new Receiver()).join();
    send("Page.enable", Map.of());
  }

  /** Returns the Chromium of this machine, if it is installed. */
  static Optional<Path> executable() {
    return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .stream()
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private String address() throws IOException {
    // Chromium writes on to this stream, which its end closes.
    BufferedReader log = process.errorReader();
    String line = log.readLine();
    while (line != null) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.matches()) {
        Thread rest = new Thread(() -> log.lines().forEach(text -> {}), "chromium-log");
        rest.setDaemon(true);
        rest.start();
        return listening.group(1);
      }
      line = log.readLine();
    }
    throw new IOException("Chromium has ended before it listened.");
  }

  /** Opens a file, with the pointer in the corner: where it was, no event would say that it is. */
  void open(Path file) {
    messages.clear();
    send("Page.navigate", Map.of("url", file.toUri().toString()));
    await(message -> "Page.loadEventFired".equals(text(message, "method")));
    send("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", 0, "y", 0));
  }

  void size(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void colorScheme(String scheme) {
    send(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Returns the value of a JavaScript expression. */
  JsonValue evaluate(String expression) {
    Map<String, JsonValue> response =
        send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    Map<String, JsonValue> result = response.get("result").asObject();
    if (response.containsKey("exceptionDetails")) {
      throw new AssertionError(expression + " threw " + response.get("exceptionDetails").json());
    }
    return result.getOrDefault("value", JsonValue.NULL);
  }

  /** Moves the pointer to the middle of an element. */
  void hover(String selector) {
    pointer("mouseMoved", selector);
  }

  void click(String selector) {
    hover(selector);
    pointer("mousePressed", selector);
    pointer("mouseReleased", selector);
  }

  private void pointer(String type, String selector) {
    Map<String, JsonValue> middle =
        evaluate(
                "(() => { const r = document.querySelector('"
                    + selector
                    + "').getBoundingClientRect();"
                    + " return {x: r.x + r.width / 2, y: r.y + r.height / 2}; })()")
            .asObject();
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("type", type);
    event.put("x", middle.get("x").asNumber());
    event.put("y", middle.get("y").asNumber());
    if (!type.equals("mouseMoved")) {
      event.put("button", "left");
      event.put("clickCount", 1);
    }
    send("Input.dispatchMouseEvent", event);
  }

  void press(String key) {
    Map<String, @Nullable Object> down = new LinkedHashMap<>();
    down.put("type", key.equals("Enter") ? "keyDown" : "rawKeyDown");
    down.put("key", key);
    down.put("code", key);
    down.put("windowsVirtualKeyCode", code(key));
    if (key.equals("Enter")) {
      down.put("text", "\r");
    }
    send("Input.dispatchKeyEvent", down);
    send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key));
  }

  private static int code(String key) {
    return switch (key) {
      case "Tab" -> 9;
      case "Enter" -> 13;
      case "Escape" -> 27;
      case "ArrowUp" -> 38;
      case "ArrowDown" -> 40;
      default -> throw new IllegalArgumentException(key);
    };
  }

  byte[] screenshot() {
    return bytes(send("Page.captureScreenshot", Map.of("format", "png")));
  }

  byte[] print() {
    return bytes(send("Page.printToPDF", Map.of("printBackground", false)));
  }

  private static byte[] bytes(Map<String, JsonValue> response) {
    return Base64.getDecoder().decode(response.get("data").asString());
  }

  private Map<String, JsonValue> send(String method, Map<String, ?> params) {
    int id = ++lastId;
    String message = JsonValue.of(Map.of("id", id, "method", method, "params", params)).json();
    socket.sendText(message, true).join();
    Map<String, JsonValue> response = await(m -> String.valueOf(id).equals(text(m, "id")));
    if (response.containsKey("error")) {
      throw new AssertionError(method + ": " + response.get("error").json());
    }
    return response.get("result").asObject();
  }

  private Map<String, JsonValue> await(Predicate<Map<String, JsonValue>> wanted) {
    try {
      while (true) {
        JsonValue next = messages.poll(SECONDS, TimeUnit.SECONDS);
        if (next == null) {
          throw new AssertionError("Chromium is silent for " + SECONDS + " s.");
        }
        Map<String, JsonValue> message = next.asObject();
        if (wanted.test(message)) {
          return message;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static @Nullable String text(Map<String, JsonValue> message, String name) {
    JsonValue value = message.get(name);
    return value == null ? null : String.valueOf(value.toPlain());
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Receiver implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        messages.add(JsonValue.ofJson(text.toString()));
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
