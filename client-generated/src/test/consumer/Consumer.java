import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.OpenEnum;
import io.github.extendclient.v20260209.model.BlockDetails;
import io.github.extendclient.v20260209.model.ExtractOutput;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.RunStatus;
import java.util.List;
import java.util.Map;

/** A program that knows nothing of Jackson and is compiled with all lints as errors. */
public final class Consumer {
  private Consumer() {}

  /** Reads, changes and writes a run, and uses each kind of generated type. */
  public static String copy(String json) {
    ExtractRun run = ExtractRun.fromJson(json);
    ExtractOutput output = run.getOutput();
    RunStatus status = run.getStatus();
    OpenEnum any = RunStatus.of(status.value());
    Class<?> union = BlockDetails.class;
    JsonValue value =
        JsonValue.of(Map.of("runs", List.of(run), "output", output, "union", union.getName()));
    return any + " " + value.asObject().size() + " " + run.toJson();
  }
}
