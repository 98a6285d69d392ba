package io.github.extendclient.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.ExtractOutput;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.RunStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models written and read by Java's serialization. */
class SerializationTest {
  record Holder(ExtractRun run, ExtractOutput output, RunStatus status, JsonValue value)
      implements Serializable {}

  @Test
  void modelsUnionsEnumsAndValuesComeBackEqual() throws Exception {
    ExtractRun run = Samples.run();
    Holder holder =
        new Holder(run, run.getOutput(), RunStatus.PROCESSED, JsonValue.ofJson("[1.50]"));

    Holder read = (Holder) read(write(holder));

    assertThat(read).isEqualTo(holder);
    assertThat(read.status()).isSameAs(RunStatus.PROCESSED);
    assertThat(read.run().toJson()).isEqualTo(run.toJson());
  }

  @Test
  void unknownMembersAndListsOfModelsComeBackEqual() throws Exception {
    List<Object> values =
        new ArrayList<>(List.of(ExtractOutput.fromJson("{\"zz\":1}"), Samples.run()));

    assertThat(read(write(values))).isEqualTo(values);
  }

  @Test
  void aStreamThatNamesAnotherClassIsRefused() throws Exception {
    byte[] stream = write(RunStatus.PROCESSED);
    String text = new String(stream, StandardCharsets.ISO_8859_1);
    String name = RunStatus.class.getName();
    String other = "java.lang.System" + " ".repeat(name.length() - "java.lang.System".length());

    assertThatThrownBy(() -> read(text.replace(name, other).getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(InvalidObjectException.class);
  }

  private static byte[] write(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] stream) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
      return in.readObject();
    }
  }
}
