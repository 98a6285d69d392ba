package io.github.extendclient.nasty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.nasty.model.File;
import io.github.extendclient.nasty.model.FullRun;
import io.github.extendclient.nasty.model.NastyRun;
import io.github.extendclient.nasty.model.NastyStatus;
import io.github.extendclient.nasty.model.RunStatusOnly;
import io.github.extendclient.nasty.model.WrappedRun;
import io.github.extendclient.runtime.FileReference;
import io.github.extendclient.runtime.MissingPropertyException;
import io.github.extendclient.runtime.Run;
import io.github.extendclient.runtime.RunState;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class RunTest {
  @Test
  void objectWithIdAndStatusIsReadAsRun() {
    Run run =
        Json.read(
            NastyRun.class,
            "{'id':'run_1','status':'WAITING','batchId':'b_1','createdAt':'2026-02-09T12:30:00Z'}");

    assertThat(run.getId()).isEqualTo("run_1");
    assertThat(run.getStatus()).isSameAs(NastyStatus.WAITING);
    assertThat(run.isPending()).isTrue();
    assertThat(run.getBatchId()).isEqualTo("b_1");
    assertThat(run.getCreatedAt()).isEqualTo(OffsetDateTime.parse("2026-02-09T12:30:00Z"));
  }

  @Test
  void missingValuesAreNull() {
    Run run = Json.read(FullRun.class, "{'object':'full_run','id':'run_1'}");

    assertThat(run.getStatus()).isNull();
    assertThat(run.getBatchId()).isNull();
    assertThat(run.getCreatedAt()).isNull();
    assertThat(run.getFailureReason()).isNull();
    assertThat(run.getFailureMessage()).isNull();
    assertThat(run.files()).isEmpty();
  }

  @Test
  void missingIdOfRunThrows() {
    Run run = Json.read(NastyRun.class, "{'status':'DONE'}");

    assertThatThrownBy(run::getId).isInstanceOf(MissingPropertyException.class);
  }

  @Test
  void oneFileIsAListOfOne() {
    Run run = Json.read(NastyRun.class, "{'file':{'id':'file_1','name':'a.pdf'}}");

    assertThat(run.files()).extracting(FileReference::getName).containsExactly("a.pdf");
  }

  @Test
  void severalFilesAreGivenBeforeTheOne() {
    Run run =
        Json.read(
            NastyRun.class, "{'file':{'id':'file_1'},'files':[{'id':'file_2'},{'id':'file_3'}]}");

    assertThat(run.files()).extracting(FileReference::getId).containsExactly("file_2", "file_3");
  }

  @Test
  void objectWithoutIdIsOnlyAState() {
    assertThat(RunState.class).isAssignableFrom(RunStatusOnly.class);
    assertThat(Run.class.isAssignableFrom(RunStatusOnly.class)).isFalse();
    assertThat(RunState.class.isAssignableFrom(WrappedRun.class)).isFalse();
    assertThat(FileReference.class).isAssignableFrom(File.class);
  }
}
