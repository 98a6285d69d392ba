package io.github.extendclient.extraction;

import io.github.extendclient.error.ExtractionException;
import io.github.extendclient.internal.error.Exceptions;
import io.github.extendclient.internal.json.Readable;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.ExtractAdvancedOptions;
import io.github.extendclient.v20260209.model.ExtractConfigJson;
import io.github.extendclient.v20260209.model.ExtractOutput;
import io.github.extendclient.v20260209.model.ExtractOutputJson;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.FieldMetadata;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the JSON Schema of a record, and reads extraction outputs into that record.
 *
 * <pre>{@code
 * record Invoice(
 *     @Description("Printed at the top right") @Nullable String invoiceNumber,
 *     @Nullable LocalDate dueDate,
 *     @Nullable CurrencyAmount total,
 *     List<Line> lines) {}
 *
 * record Line(@Nullable String description, @Nullable BigDecimal price) {}
 *
 * static final ExtractionSchema<Invoice> INVOICE = ExtractionSchema.of(Invoice.class);
 *
 * ExtractRunCreateRequest request =
 *     ExtractRunCreateRequest.builder().file(file).config(INVOICE.config().build()).build();
 * ExtractRun run = extend.extractRuns().createAndPoll(request, poller);
 * Extracted<Invoice> extracted = INVOICE.read(run);
 * }</pre>
 *
 * <p>A component may be a {@code String}, {@code Integer}, {@code Long}, {@code Double}, {@code
 * BigDecimal}, {@code Boolean}, {@link java.time.LocalDate}, {@link CurrencyAmount}, {@link
 * Signature}, an enum, another record, or a {@code List} of these except of enums and lists.
 * Records nest up to five deep, including each {@link CurrencyAmount} and {@link Signature}. Making
 * the schema fails for any other type. Only {@code BigDecimal} keeps all digits of a number.
 *
 * <p>Any single value may be null, whatever the document contains: declare components as nullable,
 * and let the record's constructor accept null. Primitive types are rejected. Lists are never null.
 *
 * <p>JSON names derive from Java names, such as {@code invoice_number} from {@code invoiceNumber},
 * or are set by {@link Name}. Keys have the order of the components, so the same record always has
 * the same schema text.
 *
 * <p>Records are inspected and constructed by reflection. In a module, a record must be public in
 * an exported package, or its package open: {@code opens com.acme.documents;}.
 *
 * <p>Immutable and thread-safe. Keep the schema in a constant, so that an unsupported record fails
 * at the start of the program.
 *
 * @param <T> the record
 * @see <a href="https://docs.extend.ai/extraction/schema">Extraction schema</a>
 */
public final class ExtractionSchema<T extends Record> {
  private final Class<T> type;
  private final RecordShape shape;
  private final JsonValue json;

  private ExtractionSchema(Class<T> type) {
    this.type = type;
    this.shape = ShapeReader.read(type);
    this.json = JsonValue.of(shape.property(null));
  }

  /**
   * Makes the schema of a record.
   *
   * @param <T> the record
   * @param type the class of the record
   * @return the schema
   * @throws IllegalArgumentException if the API supports no schema for the record; the message
   *     names the component and what to declare instead
   */
  public static <T extends Record> ExtractionSchema<T> of(Class<T> type) {
    return new ExtractionSchema<>(Objects.requireNonNull(type, "type"));
  }

  /**
   * Returns the schema as JSON, for any configuration with a schema, in both API versions.
   *
   * @return an unmodifiable map
   */
  public Map<String, JsonValue> json() {
    return json.asObject();
  }

  /**
   * Returns a configuration with this schema and citations enabled; without citations, the API
   * returns no confidence either. Citations take time: disable them with {@code
   * advancedOptions(null)}. The trap: your own advanced options replace these, so enable citations
   * there too.
   *
   * @return a new builder for each call
   */
  public ExtractConfigJson.Builder config() {
    return ExtractConfigJson.builder()
        .schema(json())
        .advancedOptions(ExtractAdvancedOptions.builder().citationsEnabled(true).build());
  }

  /**
   * Reads the output of a run, including a reviewer's corrections.
   *
   * @param run a {@code PROCESSED} run, made with this schema or a saved extractor with the same
   *     schema
   * @return the record with confidence and citations
   * @throws ExtractionException if the run has no output, or one of another shape; {@link
   *     #readLenient(ExtractRun)} reads the latter too
   */
  public Extracted<T> read(ExtractRun run) {
    return readStrict(output(run), origin(run));
  }

  /**
   * Reads an output, such as {@link ExtractRun#getInitialOutput()}, the one before a review.
   * Unknown properties are ignored, missing ones are null.
   *
   * @param output made with this schema
   * @return the record with confidence and citations
   * @throws ExtractionException if the output has another shape, or shares no property with the
   *     record
   */
  public Extracted<T> read(ExtractOutput output) {
    return readStrict(output, "the output");
  }

  /**
   * Reads the output of a run as far as it fits the record. A value that does not fit becomes null,
   * or an empty list where a list is expected; an item that is null or does not fit is omitted.
   * Text that spells a number, such as {@code "3.50"}, is read as a number where one is expected.
   * {@link Extracted#problems()} lists all of these with their JSON.
   *
   * <pre>{@code
   * Extracted<Invoice> extracted = INVOICE.readLenient(run);
   * if (!extracted.problems().isEmpty()) {
   *   review(run, extracted.problems());
   * }
   * }</pre>
   *
   * @param run a {@code PROCESSED} run, made with this schema or a saved extractor with the same
   *     schema
   * @return the record with confidence, citations and problems; without problems, equal to the
   *     result of {@link #read(ExtractRun)}
   * @throws ExtractionException if the run has no output, its output was made without a JSON Schema
   *     or shares no property with the record, or the record's constructor throws
   */
  public Extracted<T> readLenient(ExtractRun run) {
    return readLenient(output(run), origin(run));
  }

  /**
   * Reads an output as far as it fits the record.
   *
   * @param output made with this schema
   * @return the record with confidence, citations and problems
   * @throws ExtractionException if the output was made without a JSON Schema or shares no property
   *     with the record, or the record's constructor throws
   * @see #readLenient(ExtractRun)
   */
  public Extracted<T> readLenient(ExtractOutput output) {
    return readLenient(output, "the output");
  }

  /**
   * Reads a value without metadata, such as from an output of the API version 2025-04-21 or from an
   * evaluation set.
   *
   * @param value made with this schema
   * @return the record
   * @throws ExtractionException if the value has another shape, or shares no property with the
   *     record
   */
  public T decode(Map<String, JsonValue> value) {
    return decode(root(value, "the value"), Mismatches.REFUSED);
  }

  /**
   * Reads a value without metadata as far as it fits the record.
   *
   * @param value made with this schema
   * @return the record with problems, without confidence and citations
   * @throws ExtractionException if the value shares no property with the record, or the record's
   *     constructor throws
   * @see #readLenient(ExtractRun)
   */
  public Extracted<T> decodeLenient(Map<String, JsonValue> value) {
    return readLenient(root(value, "the value"), Map.of());
  }

  private Extracted<T> readStrict(ExtractOutput output, String origin) {
    ExtractOutputJson typed = typed(output, origin);
    ValueNode root = root(typed.getValue(), origin);
    T value = decode(root, Mismatches.REFUSED);
    return new Extracted<>(value, root, metadata(typed), List.of());
  }

  private Extracted<T> readLenient(ExtractOutput output, String origin) {
    ExtractOutputJson typed = typed(output, origin);
    return readLenient(root(typed.getValue(), origin), metadata(typed));
  }

  private static Map<String, FieldMetadata> metadata(ExtractOutputJson output) {
    Map<String, FieldMetadata> metadata = Readable.orNull(output::getMetadata);
    return metadata == null ? Map.of() : metadata;
  }

  private Extracted<T> readLenient(ValueNode root, Map<String, FieldMetadata> metadata) {
    Mismatches.Listed listed = new Mismatches.Listed();
    T value = decode(root, mismatch -> note(mismatch, root, listed));
    return new Extracted<>(value, root, metadata, listed.problems());
  }

  /** Lists a mismatch; throws for one at the root, which leaves no record to return. */
  private static @Nullable Object note(Mismatch mismatch, ValueNode root, Mismatches listed) {
    return (mismatch.path().equals(root.path()) ? Mismatches.REFUSED : listed).note(mismatch);
  }

  private T decode(ValueNode root, Mismatches mismatches) {
    return type.cast(Objects.requireNonNull(root.decode(mismatches)));
  }

  private ValueNode root(Map<String, JsonValue> value, String origin) {
    ValuePath path = ValuePath.root(origin);
    if (!value.isEmpty() && shape.fields().stream().noneMatch(f -> value.containsKey(f.key()))) {
      throw path.failure(
          "has no property of " + type.getName(),
          "Read an output with the schema that its run was made with.");
    }
    return new ValueNode(shape, JsonValue.of(value), path, null, null);
  }

  private static ExtractOutputJson typed(ExtractOutput output, String origin) {
    if (output instanceof ExtractOutputJson typed) {
      return typed;
    }
    throw ValuePath.root(origin)
        .failure(
            "was not made with a JSON Schema", "Move its extractor to the current configuration.");
  }

  private static ExtractOutput output(ExtractRun run) {
    ExtractOutput output = run.getOutput();
    if (output == null) {
      throw Exceptions.MAKER.extraction("$", withoutOutput(run), null);
    }
    return output;
  }

  private static String origin(ExtractRun run) {
    return "the output of the run " + run.getId();
  }

  private static String withoutOutput(ExtractRun run) {
    String status = "The run " + run.getId() + " has no output: it is " + run.getStatus().value();
    if (run.isPending()) {
      return status + ". Wait until it has ended, as createAndPoll does.";
    }
    return run.getFailureReason() == null
        ? status + "."
        : status + " for " + run.getFailureReason() + ", " + run.getFailureMessage() + ".";
  }

  /** Returns the schema as JSON text. */
  @Override
  public String toString() {
    return json.json();
  }
}
