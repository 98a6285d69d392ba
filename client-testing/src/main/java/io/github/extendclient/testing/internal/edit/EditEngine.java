package io.github.extendclient.testing.internal.edit;

import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.Fields.InvalidFieldException;
import io.github.extendclient.testing.internal.json.JsonObject;
import java.util.List;

/** The versions of the engine that edits forms, with their defaults. */
public enum EditEngine {
  /** The first engine of the API. */
  V0_0_1("0.0.1", true, false),
  /** The engine that does not flatten fields. */
  V1_0_0_BETA("1.0.0-beta", false, true),
  /** The latest. */
  V1_0_0("1.0.0", true, true);

  /** The advanced options that are true or false. */
  static final List<String> OPTIONS =
      List.of("flattenPdf", "radioEnumsEnabled", "nativeFieldsOnly", "tableParsingEnabled");

  private static final String PROPERTY = "engineVersion";

  private final String version;
  private final boolean flattens;
  private final boolean radioEnums;

  EditEngine(String version, boolean flattens, boolean radioEnums) {
    this.version = version;
    this.flattens = flattens;
    this.radioEnums = radioEnums;
  }

  /** The engine that a configuration names, the latest by default. */
  public static EditEngine of(JsonObject config) {
    Object wanted = config.getOrDefault(PROPERTY, "latest");
    for (EditEngine engine : values()) {
      if (engine.version.equals(wanted)) {
        return engine;
      }
    }
    return V1_0_0;
  }

  /**
   * The configuration of a request as responses show it, with the exact version of the engine.
   *
   * @throws InvalidFieldException if it names a version that there is not
   */
  public static JsonObject exact(Fields config) {
    String wanted = config.text(PROPERTY).orElse("latest");
    EditEngine engine = of(config.toMap());
    if (!wanted.equals("latest") && !engine.version.equals(wanted)) {
      throw new InvalidFieldException(
          "The property \""
              + config.pathOf(PROPERTY)
              + "\" must be one of 0.0.1, 1.0.0, 1.0.0-beta, latest, but it is \""
              + wanted
              + "\".");
    }
    JsonObject exact = new JsonObject();
    exact.putAll(config.toMap());
    exact.put(PROPERTY, engine.version);
    return exact;
  }

  /** True if filled fields become text. */
  public boolean flattens(JsonObject config) {
    return option(config, "flattenPdf", flattens);
  }

  /** True if a group of radio buttons is one property. */
  public boolean hasRadioEnums(JsonObject config) {
    return option(config, "radioEnumsEnabled", radioEnums);
  }

  private static boolean option(JsonObject config, String name, boolean otherwise) {
    return config.get("advancedOptions") instanceof JsonObject options
            && options.get(name) instanceof Boolean given
        ? given
        : otherwise;
  }
}
