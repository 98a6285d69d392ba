// Over 400 lines: a test for each style of parameter, body and response in wire.yaml.
package io.github.extendclient.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.contract.Offline;
import io.github.extendclient.runtime.PathList;
import io.github.extendclient.runtime.TransferListener;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.wire.api.NotesApi;
import io.github.extendclient.wire.api.NotesApi.AttachParams;
import io.github.extendclient.wire.api.NotesApi.RetrieveParams;
import io.github.extendclient.wire.api.NotesApi.RetrieveTextParams;
import io.github.extendclient.wire.api.NotesApi.SearchParams;
import io.github.extendclient.wire.api.NotesApi.TokenParams;
import io.github.extendclient.wire.model.Level;
import io.github.extendclient.wire.model.ModelJsonAdapterFactory;
import io.github.extendclient.wire.model.Note;
import io.github.extendclient.wire.model.NoteFilter;
import io.github.extendclient.wire.model.NoteKind;
import io.github.extendclient.wire.model.NotesSearchOrder;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests and responses of generated methods, byte for byte. */
class WireTest {
  private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-02-09T12:30:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 2, 9);
  private static final UUID KEY = UUID.fromString("0b8a3f8e-6d3c-4a5e-9a44-5a2f0e1c7d11");
  private static final ByteString BYTES = ByteString.decodeHex("fbff00");

  private final MockWebServer server = new MockWebServer();
  private final NotesApi notes;

  WireTest() throws IOException {
    server.start();
    notes =
        Offline.retrofit(
                new ModelJsonAdapterFactory(), new OkHttpClient(), server.url("/").toString())
            .create(NotesApi.class);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void explodedListRepeatsItsName() {
    assertThat(query(params -> params.repeated(List.of("a b", "c&d"))))
        .isEqualTo("repeated=a%20b&repeated=c%26d");
  }

  @Test
  void listThatIsNotExplodedHasCommas() {
    assertThat(query(params -> params.commas(List.of(Level.NUMBER_1, Level.of(9)))))
        .isEqualTo("commas=1,9");
  }

  @Test
  void spaceDelimitedListHasSpaces() {
    assertThat(query(params -> params.spaces(List.of(1L, 20L)))).isEqualTo("spaces=1%2020");
  }

  @Test
  void pipeDelimitedListHasBars() {
    assertThat(query(params -> params.pipes(List.of(DAY, DAY.plusDays(1)))))
        .isEqualTo("pipes=2026-02-09|2026-02-10");
  }

  @Test
  void deepObjectIsWrittenByItsProperties() {
    NoteFilter filter =
        NoteFilter.builder()
            .name("inv & co")
            .minSize(2)
            .level(Level.NUMBER_3)
            .day(DAY)
            .since(TIME)
            .secret("hush")
            .build();

    assertThat(query(params -> params.filter(filter)))
        .isEqualTo(
            "filter%5Bname%5D=inv%20%26%20co&filter%5BminSize%5D=2&filter%5Blevel%5D=3"
                + "&filter%5Bday%5D=2026-02-09&filter%5Bsince%5D=2026-02-09T12%3A30%3A00Z"
                + "&filter%5Bsecret%5D=hush");
  }

  @Test
  void formatsOfTextAreWrittenAsDescribed() {
    assertThat(
            query(
                params ->
                    params
                        .day(DAY)
                        .since(TIME)
                        .key(KEY)
                        .link(URI.create("https://a.example/?b=c"))
                        .digest(BYTES)))
        .isEqualTo(
            "day=2026-02-09&since=2026-02-09T12%3A30%3A00Z&key="
                + KEY
                + "&link=https%3A%2F%2Fa.example%2F%3Fb%3Dc&digest=%2B%2F8A");
  }

  @Test
  void numbersAreWrittenWithAllTheirDigits() {
    assertThat(
            query(
                params ->
                    params
                        .exact(new BigDecimal("12345678901234567890.10"))
                        .ratio(0.5)
                        .level(Level.NUMBER_2)))
        .isEqualTo("exact=12345678901234567890.10&ratio=0.5&level=2");
  }

  @Test
  void inlineEnumOfParameterIsOpen() {
    assertThat(query(params -> params.order(NotesSearchOrder.DOWN))).isEqualTo("order=down");
    assertThat(query(params -> params.order(NotesSearchOrder.of("side")))).isEqualTo("order=side");
  }

  @Test
  void defaultIsLeftToTheServer() {
    assertThat(query(params -> params)).isNull();
  }

  @Test
  @SuppressWarnings("deprecation")
  void parametersWhoseNamesCollideAreSentByTheirOwnNames() {
    assertThat(query(params -> params.pageSize(1).oldPageSize(2)))
        .isEqualTo("page-size=1&page_size=2");
  }

  @Test
  void optionalHeadersAreSent() {
    server.enqueue(json("[]"));

    notes.search(SearchParams.builder().xTraceId(KEY).xTags(List.of("a", "b")).build());

    RecordedRequest request = request();
    assertThat(request.getHeaders().get("X-Trace-Id")).isEqualTo(KEY.toString());
    assertThat(request.getHeaders().get("X-Tags")).isEqualTo("a,b");
  }

  @Test
  void requiredParametersAreWrittenAsOptionalOnesAre() {
    server.enqueue(json("7"));

    long count =
        notes.count(
            PathList.of(Level.NUMBER_1, Level.NUMBER_2),
            DAY,
            List.of("a", "b"),
            NoteFilter.builder().minSize(2).build(),
            TIME,
            BYTES,
            List.of("x", "y"));

    assertThat(count).isEqualTo(7);
    RecordedRequest request = request();
    assertThat(request.getRequestLine())
        .isEqualTo(
            "GET /notes/of/1,2/2026-02-09?pipes=a|b&filter%5BminSize%5D=2"
                + "&since=2026-02-09T12%3A30%3A00Z&digest=%2B%2F8A HTTP/1.1");
    assertThat(request.getHeaders().get("X-Tags")).isEqualTo("x,y");
  }

  @Test
  void emptyResponseIsVoid() throws Exception {
    server.enqueue(new MockResponse.Builder().code(204).build());
    server.enqueue(new MockResponse.Builder().code(204).build());
    server.enqueue(new MockResponse.Builder().code(204).build());

    notes.delete("note_1");

    assertThat(notes.deleteAsync("note_1").join()).isNull();
    assertThat(notes.deleteCall("note_1").execute().code()).isEqualTo(204);
    assertThat(NotesApi.class.getMethod("delete", String.class).getReturnType())
        .isEqualTo(void.class);
    assertThat(request().getRequestLine()).isEqualTo("DELETE /notes/note_1 HTTP/1.1");
  }

  @Test
  void anEmptyResponseIsNull() {
    server.enqueue(new MockResponse.Builder().code(204).build());

    assertThat(notes.retrieve("note_1", RetrieveParams.builder().ifNoneMatch("v1").build()))
        .isNull();
    assertThat(request().getHeaders().get("If-None-Match")).isEqualTo("v1");
  }

  @Test
  void binaryResponseIsReadWhileItComes() throws IOException {
    byte[] half = new byte[1 << 20];
    server.enqueue(new MockResponse.Builder().body(new Buffer().write(half).write(half)).build());

    try (ResponseBody content = notes.retrieveContent("note_1")) {
      byte[] begin = content.byteStream().readNBytes(1000);

      assertThat(begin).hasSize(1000);
      assertThat(content.contentLength()).isEqualTo(2 << 20);
    }
  }

  @Test
  void progressOfBinaryResponseIsReported() throws IOException {
    server.enqueue(new MockResponse.Builder().body(new Buffer().write(new byte[100_000])).build());
    List<Long> told = new ArrayList<>();
    TransferListener progress =
        (bytes, total) -> {
          assertThat(total).isEqualTo(100_000);
          told.add(bytes);
        };

    try (InputStream content = progress.reading(notes.retrieveContent("note_1"))) {
      assertThat(content.readAllBytes()).hasSize(100_000);
    }

    assertThat(told).isSorted().endsWith(100_000L).hasSizeGreaterThan(2);
  }

  @Test
  void binaryResponseIsAskedForByItsMediaType() {
    server.enqueue(new MockResponse.Builder().body("x").build());

    notes.retrieveContent("note_1").close();

    assertThat(request().getHeaders().get("Accept")).isEqualTo("application/octet-stream");
  }

  @Test
  void textResponseIsReadWithoutQuotes() {
    server.enqueue(text("text/csv", "id,name\nnote_1,\"a \"\"b\"\"\"\n"));

    assertThat(notes.table()).isEqualTo("id,name\nnote_1,\"a \"\"b\"\"\"\n");
    RecordedRequest request = request();
    assertThat(request.getRequestLine()).isEqualTo("GET /notes/table HTTP/1.1");
    assertThat(request.getHeaders().get("Accept")).isEqualTo("text/csv");
  }

  @Test
  void textResponseOfSeveralMediaTypesAsksForAllOfThem() {
    server.enqueue(text("text/html; charset=iso-8859-1", "<p>\u00e4</p>"));

    String text = notes.retrieveText("note_1", RetrieveTextParams.builder().build());

    assertThat(text).isEqualTo("<p>\u00e4</p>");
    assertThat(request().getHeaders().get("Accept")).isEqualTo("text/plain, text/html");
  }

  @Test
  void binaryBodyIsSentAsItIs() {
    server.enqueue(new MockResponse.Builder().code(204).build());

    notes.replaceContent("note_1", Upload.of("a.bin", BYTES.toByteArray()));

    RecordedRequest request = request();
    assertThat(request.getRequestLine()).isEqualTo("PUT /notes/note_1/content HTTP/1.1");
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(request.getBody()).isEqualTo(BYTES);
  }

  @Test
  void textBodyIsSentWithoutQuotes() {
    server.enqueue(new MockResponse.Builder().code(204).build());

    notes.replaceText("note_1", "ä \"quoted\"");

    RecordedRequest request = request();
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("text/plain");
    assertThat(body(request)).isEqualTo("ä \"quoted\"");
  }

  @Test
  void formOfPartsTakesSeveralFilesListsAndObjects() {
    server.enqueue(new MockResponse.Builder().code(204).build());

    notes.attach(
        List.of(upload("a.txt", "A"), upload("b.txt", "B")),
        "two",
        AttachParams.builder()
            .cover(upload("c.txt", "C"))
            .tags(List.of("x", "y"))
            .note(NoteFilter.builder().minSize(2).build())
            .day(DAY)
            .build());

    RecordedRequest request = request();
    String type = Objects.requireNonNull(request.getHeaders().get("Content-Type"));
    assertThat(type).startsWith("multipart/form-data; boundary=");
    String boundary = type.substring(type.indexOf('=') + 1);
    assertThat(body(request).replace(boundary, "B").replaceAll("Content-Length: \\d+\r\n", ""))
        .isEqualTo(
            String.join(
                "\r\n",
                "--B",
                "Content-Disposition: form-data; name=\"files\"; filename=\"a.txt\"",
                "",
                "A",
                "--B",
                "Content-Disposition: form-data; name=\"files\"; filename=\"b.txt\"",
                "",
                "B",
                "--B",
                "Content-Disposition: form-data; name=\"title\"",
                "",
                "two",
                "--B",
                "Content-Disposition: form-data; name=\"cover\"; filename=\"c.txt\"",
                "",
                "C",
                "--B",
                "Content-Disposition: form-data; name=\"tags\"",
                "",
                "x",
                "--B",
                "Content-Disposition: form-data; name=\"tags\"",
                "",
                "y",
                "--B",
                "Content-Disposition: form-data; name=\"note\"",
                "Content-Type: application/json",
                "",
                "{\"minSize\":2}",
                "--B",
                "Content-Disposition: form-data; name=\"day\"",
                "",
                "2026-02-09",
                "--B--",
                ""));
  }

  @Test
  void urlEncodedFormIsSentAsAQueryIs() {
    server.enqueue(new MockResponse.Builder().code(204).build());

    notes.token(
        "client&credentials",
        "r",
        TokenParams.builder().scope(List.of("a b", "c")).expires(TIME).body(1).build());

    RecordedRequest request = request();
    assertThat(request.getHeaders().get("Content-Type"))
        .isEqualTo("application/x-www-form-urlencoded");
    assertThat(body(request))
        .isEqualTo(
            "grant_type=client%26credentials&request=r&scope=a%20b&scope=c"
                + "&expires=2026-02-09T12%3A30%3A00Z&body=1");
  }

  @Test
  void requiredHeaderAndBodyOfEveryKindAreSent() {
    server.enqueue(json("{\"id\":\"note_1\"}"));
    Note note =
        Note.builder()
            .name("n")
            .secret("s")
            .kind(NoteKind.RICH)
            .kinds(List.of(NoteKind.PLAIN, NoteKind.of("new")))
            .day(DAY)
            .since(TIME)
            .key(KEY)
            .link(URI.create("https://a.example/"))
            .digest(BYTES)
            .ratio(0.5)
            .decimal(new BigDecimal("1.10"))
            .written("1.10")
            .level(Level.NUMBER_3)
            .parent(null)
            .other(null)
            .sizeLimit(1)
            .newSizeLimit(2)
            .build();

    Note created = notes.create("key_1", note);

    assertThat(created.getId()).isEqualTo("note_1");
    RecordedRequest request = request();
    assertThat(request.getHeaders().get("Idempotency-Key")).isEqualTo("key_1");
    assertThat(body(request))
        .isEqualTo(
            "{\"name\":\"n\",\"secret\":\"s\",\"kind\":\"rich\",\"kinds\":[\"plain\",\"new\"],"
                + "\"day\":\"2026-02-09\",\"since\":\"2026-02-09T12:30:00Z\",\"key\":\""
                + KEY
                + "\",\"link\":\"https://a.example/\",\"digest\":\"+/8A\",\"ratio\":0.5,"
                + "\"decimal\":1.10,\"written\":\"1.10\",\"level\":3,\"parent\":null,"
                + "\"other\":null,\"size_limit\":1,\"sizeLimit\":2}");
  }

  @Test
  void bodyOfEveryKindIsRead() {
    server.enqueue(
        json(
            "[{\"id\":\"note_1\",\"kind\":\"newer\",\"level\":3,\"rank\":30,\"maybeKind\":null,"
                + "\"digest\":\"+/8A\",\"key\":\""
                + KEY
                + "\",\"decimal\":1.10,\"open\":{\"name\":\"o\",\"pages\":7},\"other\":null}]"));

    Note note = notes.search().get(0);

    assertThat(note.getKind().isKnown()).isFalse();
    assertThat(Objects.requireNonNull(note.getRank()).value()).isEqualTo(30);
    assertThat(note.getLevel()).isSameAs(Level.NUMBER_3);
    assertThat(note.getMaybeKind()).isNull();
    assertThat(note.getDigest()).isEqualTo(BYTES);
    assertThat(note.getKey()).isEqualTo(KEY);
    assertThat(note.getDecimal()).isEqualTo(new BigDecimal("1.10"));
    assertThat(note.getOther()).isNull();
    assertThat(Objects.requireNonNull(note.getOpen()).unknownProperties().get("pages"))
        .hasToString("7");
    assertThat(note.getSecret()).isNull();
  }

  @Test
  void propertiesOfTheServerAreNotRequiredOfTheCaller() {
    assertThat(Note.builder().name("n").secret("s").kind(NoteKind.PLAIN).build().toJson())
        .isEqualTo("{\"name\":\"n\",\"secret\":\"s\",\"kind\":\"plain\"}");
  }

  @Test
  void deprecatedThingsAreMarked() throws Exception {
    assertThat(Note.class.getMethod("getOld").isAnnotationPresent(Deprecated.class)).isTrue();
    assertThat(
            SearchParams.Builder.class
                .getMethod("oldPageSize", Integer.class)
                .isAnnotationPresent(Deprecated.class))
        .isTrue();
  }

  private @Nullable String query(UnaryOperator<SearchParams.Builder> params) {
    server.enqueue(json("[]"));
    notes.search(params.apply(SearchParams.builder()).build());
    return request().getUrl().encodedQuery();
  }

  private RecordedRequest request() {
    try {
      return server.takeRequest();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String body(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody()).utf8();
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  private static MockResponse text(String type, String body) {
    Charset charset = Objects.requireNonNull(MediaType.get(type).charset(StandardCharsets.UTF_8));
    return new MockResponse.Builder()
        .addHeader("Content-Type", type)
        .body(new Buffer().writeString(body, charset))
        .build();
  }

  private static Upload upload(String name, String content) {
    return Upload.of(name, content.getBytes(StandardCharsets.UTF_8));
  }
}
