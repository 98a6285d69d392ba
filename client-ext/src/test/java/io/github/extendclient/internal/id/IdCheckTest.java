package io.github.extendclient.internal.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.IdPrefixException;
import io.github.extendclient.id.IdPolicy;
import io.github.extendclient.internal.catalog.IdRegistry;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.PartsApi;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

class IdCheckTest extends MockServerFixture {
  private static final String FITS = " IDs here start with th_ or thing_.";
  private static final String IMPOSSIBLE =
      " has characters that no ID has: only letters, digits, _ and - are possible.";
  private static final String NOTHING_SENT = " Nothing was sent.";

  private boolean mayBeSent;

  @AfterEach
  void nothingWasSent() {
    assertThat(server.getRequestCount() > 0).isEqualTo(mayBeSent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"th_1/2", "..", "th_1/../x", "th_1 2", "th_1%2F", "th_é", "th_1\n", "th_1?a=b"})
  void impossibleIdsAreRefusedByEveryPolicy(String id) {
    for (IdPolicy policy : IdPolicy.values()) {
      TestClient checked = TestClient.to(server).ids(policy);

      assertThatThrownBy(() -> checked.things().delete(id))
          .isInstanceOf(IdPrefixException.class)
          .hasMessage(
              "The id \"" + id.replace('\n', '?') + "\"" + IMPOSSIBLE + FITS + NOTHING_SENT);
    }
  }

  @Test
  void anOrdinaryIdFitsWithoutTheOperationsOfAllInterfacesBeingRead() {
    LinkedHashMap<String, Class<?>> unreadable = new LinkedHashMap<>();
    unreadable.put("extend", null);
    IdCheck check = new IdCheck(IdPolicy.STRICT, new IdRegistry(unreadable));

    assertThatCode(() -> check.check("id", List.of("th_"), "th_Xj8mK2pL9nR4vT7qY5wZ"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void aBlankIdIsRefused(String id) {
    client.ids(IdPolicy.OFF);

    assertThatThrownBy(() -> client.things().cancel(id))
        .hasMessage("The id \"" + id.replace('\t', '?') + "\" is blank." + FITS + NOTHING_SENT);
  }

  @Test
  void anIdOf256CharactersIsRefusedAndCutInTheMessage() {
    String id = "th_" + "x".repeat(253);

    assertThatThrownBy(() -> client.things().delete(id))
        .hasMessage(
            "The id \""
                + id.substring(0, 40)
                + "…\" has 256 characters, and an ID has at most 255."
                + FITS
                + NOTHING_SENT);
  }

  @Test
  void anIdOf255CharactersIsSent() {
    mayBeSent = true;
    server.enqueue(TestClient.ok());

    assertThatCode(() -> client.things().delete("th_" + "x".repeat(252)))
        .doesNotThrowAnyException();
  }

  @Test
  void anotherResourcesIdIsRefusedWithTheMethodThatTakesIt() {
    IdPrefixException failure =
        catchThrowableOfType(
            IdPrefixException.class, () -> client.api(PartsApi.class).delete("thing_1"));

    assertThat(failure.parameter()).isEqualTo("partId");
    assertThat(failure.prefixes()).containsExactly("th_part_");
    assertThat(failure)
        .hasMessage(
            "The partId \"thing_1\" belongs to another resource. IDs here start with th_part_."
                + " IDs that start with thing_ go to extend.things().delete. Nothing was sent.");
  }

  @ParameterizedTest
  @EnumSource(names = {"STRICT", "LENIENT"})
  void aLongerPrefixOfAnotherResourceIsNotTakenForAShorterOne(IdPolicy policy) {
    client.ids(policy);

    assertThatThrownBy(() -> client.things().get("th_part_1"))
        .hasMessage(
            "The id \"th_part_1\" belongs to another resource."
                + FITS
                + " IDs that start with th_part_ go to extend.parts().get. Nothing was sent.");
  }

  @Test
  void strictRefusesAnUnknownPrefix() {
    assertThatThrownBy(() -> client.things().get("new_1"))
        .hasMessage(
            "The id \"new_1\" does not start with a known prefix."
                + FITS
                + " If the API has changed its prefixes, set idPolicy(IdPolicy.LENIENT). Nothing was"
                + " sent.");
  }

  @Test
  void lenientSendsAnUnknownPrefix() {
    mayBeSent = true;
    client.ids(IdPolicy.LENIENT);
    server.enqueue(TestClient.ok());

    client.things().get("new_1");

    assertThat(takeRequest().getTarget()).isEqualTo("/things/new_1");
  }

  @Test
  void offSendsAnotherResourcesId() {
    mayBeSent = true;
    client.ids(IdPolicy.OFF);
    server.enqueue(TestClient.ok());

    client.things().get("th_part_1");

    assertThat(takeRequest().getTarget()).isEqualTo("/things/th_part_1");
  }

  @Test
  void aPathParameterWithoutPrefixesRefusesImpossibleIds() {
    assertThatThrownBy(() -> client.things().version("th_1", "../x"))
        .hasMessage(
            "The version \"../x\""
                + IMPOSSIBLE
                + " Give the ID as the API returned it. Nothing was sent.");
  }

  @Test
  void aKeyThatWasPastedAsAnIdIsNotShown() {
    assertThatThrownBy(() -> client.things().get("sk_live_abcdef"))
        .hasMessageStartingWith(
            "The id \"sk_…\" (a secret, not an ID) does not start with a known prefix.")
        .hasMessageNotContaining("live");
  }

  @Test
  void theFutureFormFailsInTheFuture() {
    CompletableFuture<Thing> future = client.things().getAsync("..");

    assertThatThrownBy(future::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IdPrefixException.class);
  }

  @Test
  void theCallFormFailsWhenItIsExecuted() {
    Call<Thing> call = client.things().getCall("..");

    assertThatThrownBy(call::execute).isInstanceOf(IdPrefixException.class);
  }

  @Test
  void theCallFormFailsInTheCallbackWhenItIsEnqueued() {
    AtomicReference<Throwable> failed = new AtomicReference<>();

    client
        .things()
        .getCall("..")
        .enqueue(
            new Callback<>() {
              @Override
              public void onResponse(Call<Thing> call, Response<Thing> response) {}

              @Override
              public void onFailure(Call<Thing> call, Throwable failure) {
                failed.set(failure);
              }
            });

    assertThat(failed.get()).isInstanceOf(IdPrefixException.class);
  }
}
