package io.github.extendclient.generator;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Generates the Javadoc of the methods of one operation.
 *
 * @param source the operation in the document
 * @param main the Javadoc reference to its blocking method without optional parameters
 * @param mainWithParams the same method with them
 * @param isVoid whether the response is empty
 * @param file converts descriptions to Javadoc
 */
record OperationDoc(
    Operation source, String main, String mainWithParams, boolean isVoid, FileContext file) {
  /** Returns the Javadoc of one form of the operation. */
  Javadoc of(Form form, List<Argument> arguments, boolean withParams) {
    Javadoc doc = new Javadoc(file.markdown());
    String link = "{@link #" + (withParams ? mainWithParams : main) + "}";
    if (form == Form.CALL) {
      doc.html("Like " + link + ", as a call, for access to headers and status.");
    } else if (form == Form.ASYNC) {
      doc.html("Like " + link + ", without blocking.");
    } else if (withParams) {
      doc.html("Like {@link #" + main + "}, with optional parameters.");
    } else {
      doc.text(summary() + ".");
      doc.text(source.getDescription());
    }
    tags(doc, form, arguments);
    return form == Form.BLOCKING && source.getExternalDocs() != null
        ? doc.seeIf(source.getExternalDocs().getUrl())
        : doc;
  }

  /** Returns the Javadoc of the method that Retrofit implements, with the request in parts. */
  Javadoc ofParts(Form form, List<Argument> arguments) {
    Javadoc doc = new Javadoc(file.markdown());
    doc.html("The request of {@link #" + main + "} in its parts.");
    arguments.forEach(argument -> doc.tag("param", argument.name() + " " + argument.doc()));
    String returned = isVoid && form == Form.BLOCKING ? "null" : returned(form);
    return doc.tag("return", returned).deprecatedIf(isDeprecated());
  }

  /** The comment on a form that takes what was required once. */
  Javadoc ofKept(Form form, List<Argument> arguments, String names) {
    Javadoc doc = new Javadoc(file.markdown());
    doc.html("Like {@link #" + main + "}, with " + names + ", which was required once.");
    tags(doc, form, arguments);
    return doc;
  }

  private void tags(Javadoc doc, Form form, List<Argument> arguments) {
    arguments.forEach(argument -> doc.tag("param", argument.name() + " " + argument.doc()));
    if (!isVoid || form != Form.BLOCKING) {
      doc.tag("return", returned(form));
    }
    doc.deprecatedIf(isDeprecated());
  }

  private String returned(Form form) {
    if (form == Form.CALL) {
      return "sent when it is executed or enqueued";
    }
    if (isVoid) {
      return "a future of null";
    }
    return form == Form.BLOCKING ? success() : "a future of the response";
  }

  private String success() {
    return source.getResponses().entrySet().stream()
        .filter(response -> response.getKey().startsWith("2"))
        .map(Map.Entry::getValue)
        .map(ApiResponse::getDescription)
        .filter(Objects::nonNull)
        .findFirst()
        .map(description -> file.markdown().inline(description))
        .orElse("the response");
  }

  /** Returns the summary of the operation, without a full stop. */
  String summary() {
    String summary = source.getSummary();
    String text = summary == null || summary.isBlank() ? source.getOperationId() : summary;
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  boolean isDeprecated() {
    return Boolean.TRUE.equals(source.getDeprecated());
  }

  /** Returns the Javadoc reference to a method. */
  static String reference(String method, List<Argument> arguments) {
    return method
        + arguments.stream().map(Argument::erased).collect(Collectors.joining(", ", "(", ")"));
  }
}
