package io.github.extendclient.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.Poller;
import io.github.extendclient.error.IdPrefixException;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testing.ExtendServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OperationsTest {
  private static final ExtendServer SERVER = ExtendServer.start();
  private static final ExtendClient EXTEND =
      ExtendClient.builder().apiKey(SERVER.apiKey()).baseUrl(SERVER.url().toString()).build();

  private final Operations operations = EXTEND.operations();

  @AfterAll
  static void close() {
    EXTEND.close();
    SERVER.close();
  }

  @Test
  void hasAllOperationsOfBothVersions() {
    Set<String> names = new HashSet<>();
    operations.all().forEach(operation -> names.add(operation.toString()));

    assertThat(names).hasSize(operations.all().size());
    assertThat(operations.all())
        .filteredOn(operation -> operation.apiVersion().equals("2026-02-09"))
        .hasSize(110);
    assertThat(operations.all())
        .filteredOn(operation -> operation.apiVersion().equals("2025-04-21"))
        .hasSize(44);
  }

  @Test
  void callsWithTextsAndJson() {
    String file = upload("a.txt");

    JsonValue created =
        operations
            .get("parseRuns_create")
            .call(Map.of(), JsonValue.ofJson("{\"file\":{\"id\":\"" + file + "\"}}"));
    String id = created.asObject().get("id").asString();
    JsonValue read =
        operations.get("parseruns_retrieve").call(Map.of("id", id, "responseType", "json"), null);

    assertThat(read.asObject()).containsEntry("id", JsonValue.of(id));
    assertThat(SERVER.runCount(file)).isOne();
  }

  @Test
  void readsAllPages() {
    for (int i = 0; i < 5; i++) {
      upload("page-" + i + ".txt");
    }

    List<JsonValue> items =
        operations
            .get("files_list")
            .items(Map.of("maxPageSize", "2", "nameContains", "page-"))
            .toList();

    assertThat(items).hasSize(5);
  }

  @Test
  void waitsForTheRunThatItReads() {
    JsonValue created =
        operations
            .get("parseRuns_create")
            .call(Map.of(), JsonValue.ofJson("{\"file\":{\"id\":\"" + upload("b.txt") + "\"}}"));

    JsonValue run =
        operations
            .get("parseRuns_retrieve")
            .poll(
                Map.of("id", created.asObject().get("id").asString()),
                Poller.upTo(Duration.ofMinutes(1)));

    assertThat(run.asObject()).containsEntry("status", JsonValue.of("PROCESSED"));
  }

  @Test
  void findsThePreviousVersionByItsName() {
    NamedOperation operation = operations.get("files_upload@2025-04-21");

    assertThat(operation.apiVersion()).isEqualTo("2025-04-21");
    assertThat(operations.get("files_upload").apiVersion()).isEqualTo("2026-02-09");
  }

  @Test
  void namesSimilarOperations() {
    assertThatThrownBy(() -> operations.get("batchRuns_get"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "There is no operation \"batchRuns_get\": similar are"
                + " batchRuns_retrieve@2026-02-09.");
  }

  @Test
  void describesParameters() {
    NamedOperation list = operations.get("parseRuns_list");

    assertThat(list.isPaged()).isTrue();
    assertThat(list.hasBody()).isFalse();
    assertThat(list.parameters())
        .contains(
            new OperationParameter(
                "maxPageSize", false, false, "whole number", List.of(), List.of()),
            new OperationParameter(
                "status",
                false,
                false,
                "text",
                List.of(),
                List.of("PENDING", "PROCESSING", "PROCESSED", "FAILED", "CANCELLED")));
    assertThat(operations.get("parseRuns_retrieve").parameters())
        .contains(new OperationParameter("id", true, false, "text", List.of("pr_"), List.of()));
  }

  @Test
  void refusesWhatTheOperationDoesNotTake() {
    int before = SERVER.requests().size();

    refused("parseRuns_retrieve", Map.of(), null, "GET /parse_runs/{id} needs id: give it.");
    refused(
        "parseRuns_delete",
        Map.of("id", "pr_1", "force", "true"),
        null,
        "DELETE /parse_runs/{id} has no parameter \"force\": it takes id.");
    refused(
        "parseRuns_list",
        Map.of("maxPageSize", "ten"),
        null,
        "maxPageSize is \"ten\": give a whole number.");
    refused("parseRuns_create", Map.of(), null, "POST /parse_runs needs a body: give JSON.");
    refused(
        "parseRuns_list",
        Map.of(),
        JsonValue.ofJson("{}"),
        "GET /parse_runs has no body: leave it out.");
    refused("files_upload", Map.of("file", "a.txt"), null, "file is a file: give an Upload.");
    assertThat(SERVER.requests()).hasSize(before);
  }

  @Test
  void checksIds() {
    NamedOperation retrieve = operations.get("parseRuns_retrieve");

    assertThatThrownBy(() -> retrieve.call(Map.of("id", "exr_1"), null))
        .isInstanceOf(IdPrefixException.class);
  }

  @Test
  void onlyListingsHaveItems() {
    NamedOperation retrieve = operations.get("parseRuns_retrieve");

    assertThatThrownBy(() -> retrieve.items(Map.of("id", "pr_1")))
        .hasMessage(
            "GET /parse_runs/{id} is no listing of pages: call it without asking for all of them.");
  }

  private void refused(
      String name, Map<String, ?> values, @Nullable JsonValue body, String message) {
    NamedOperation operation = operations.get(name);

    assertThatThrownBy(() -> operation.call(values, body))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private String upload(String name) {
    Upload upload = Upload.of(name, name.getBytes(StandardCharsets.UTF_8));
    return operations
        .get("files_upload")
        .call(Map.of("file", upload), null)
        .asObject()
        .get("id")
        .asString();
  }
}
