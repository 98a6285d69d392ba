package io.github.extendclient.generator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds operations whose requests or responses cannot be generated faithfully. */
final class OperationRefusals {
  private static final Pattern IN_PATH = Pattern.compile("\\{([^}]*)}");

  private final SchemaRefusals schemas;
  private final ParameterRefusals parameters;
  private final Refusals.Faults faults;

  OperationRefusals(SchemaRefusals schemas, Refusals.Faults faults) {
    this.schemas = schemas;
    this.parameters = new ParameterRefusals(schemas, faults);
    this.faults = faults;
  }

  /**
   * Checks an operation.
   *
   * @param url its path
   * @param method its HTTP method
   * @param operation the operation
   * @param path what it shares with the other operations of its path
   */
  void check(String url, String method, SpecNode operation, SpecNode path) {
    if (method.equals("trace")) {
      faults.add(operation, "Retrofit sends no TRACE: leave the operation out.");
    }
    if (operation.has("servers")) {
      faults.add(
          operation.get("servers"),
          "a client sends all its requests to one server: leave the servers of the operation out.");
    }
    Map<String, SpecNode> optional = new LinkedHashMap<>();
    Map<String, SpecNode> inPath = new LinkedHashMap<>();
    for (SpecNode holder : List.of(path, operation)) {
      holder.items("parameters").forEach(use -> checkParameter(use, inPath, optional));
    }
    checkPath(url, operation, inPath);
    SpecNode body = operation.get("requestBody");
    if (body != null) {
      checkBody(method, body, optional);
    }
    schemas.checkNames(optional);
    checkResponses(operation);
  }

  /** Checks a parameter, and adds it to those of the path or the optional ones. */
  private void checkParameter(
      SpecNode use, Map<String, SpecNode> inPath, Map<String, SpecNode> optional) {
    SpecNode parameter = faults.resolved(use);
    if (parameter == null) {
      return;
    }
    SpecNode named = use.has("$ref") ? parameter : use.named(parameter.text("name"));
    parameters.check(named);
    if (parameter.text("in").equals("path")) {
      inPath.put(parameter.text("name"), named);
    }
    if (!parameter.isTrue("required") && !parameter.isTrue("x-extend-client-header")) {
      optional.put(parameter.text("name"), named);
    }
  }

  private void checkPath(String url, SpecNode operation, Map<String, SpecNode> parameters) {
    Set<String> names = new TreeSet<>();
    IN_PATH.matcher(url).results().forEach(name -> names.add(name.group(1)));
    parameters.forEach(
        (name, parameter) -> {
          if (!names.contains(name)) {
            faults.add(
                parameter, "the path " + url + " has no {" + name + "}: correct one of them.");
          }
        });
    for (String name : names) {
      if (!parameters.containsKey(name)) {
        faults.add(
            operation, "nothing describes {" + name + "} of the path: add a path parameter.");
      }
    }
  }

  private void checkBody(String method, SpecNode use, Map<String, SpecNode> optional) {
    SpecNode body = faults.resolved(use);
    if (body == null) {
      return;
    }
    if (method.equals("get") || method.equals("head")) {
      faults.add(use, "Retrofit sends no body with " + method + ": use post.");
    }
    if (!body.isTrue("required")) {
      faults.add(
          body, "an optional body has no form in Java: set required: true, or leave the body out.");
    }
    Map<String, SpecNode> content = body.entries("content");
    if (content.size() != 1) {
      faults.add(
          body,
          "a request has one media type, and this one has "
              + content.keySet()
              + ": leave one of them.");
      return;
    }
    content.forEach((type, media) -> checkMedia(type, media, optional));
  }

  private void checkMedia(String type, SpecNode media, Map<String, SpecNode> optional) {
    SpecNode use = media.get("schema");
    SpecNode schema = use == null ? null : faults.resolved(use);
    if (schema == null) {
      if (use == null) {
        faults.add(media, "the body has no schema: add one.");
      }
      return;
    }
    if (type.startsWith("multipart/") || type.equals("application/x-www-form-urlencoded")) {
      new FormRefusals(schemas, faults).check(type, media, schema);
      Map<String, SpecNode> parts = new LinkedHashMap<>(schema.entries("properties"));
      schema.items("required").forEach(required -> parts.remove(required.text()));
      optional.putAll(parts);
    } else if (MediaTypes.isJson(type)) {
      schemas.check(use);
    } else if (!schema.text("type").equals("string")) {
      faults.add(
          media,
          "a body of "
              + type
              + " is sent as text or bytes: describe it as {type: string}, with format: binary for"
              + " bytes.");
    }
  }

  private void checkPage(SpecNode operation, SpecNode body) {
    SpecNode page = operation.get("x-extend-page");
    SpecNode schema = page == null ? null : body.resolved();
    if (page == null || schema == null || !schema.has("properties")) {
      return;
    }
    for (String fact : List.of("items", "token")) {
      if (!schema.entries("properties").containsKey(page.text(fact))) {
        faults.add(
            page,
            "its "
                + fact
                + " is \""
                + page.text(fact)
                + "\", which the response does not have: write the name of a property.");
      }
    }
  }

  private void checkResponses(SpecNode operation) {
    Map<String, SpecNode> found = new LinkedHashMap<>();
    operation
        .entries("responses")
        .forEach(
            (status, use) -> {
              SpecNode response = faults.resolved(use);
              if (response != null && status.startsWith("2")) {
                found.put(status, response);
              }
            });
    if (found.isEmpty()) {
      faults.add(
          operation, "no response says what a success is: describe one with a status of 2xx.");
    }
    Map<String, String> bodies = new LinkedHashMap<>();
    found.forEach(
        (status, response) -> {
          checkContent(response);
          for (SpecNode media : response.entries("content").values()) {
            if (media.has("schema")) {
              checkPage(operation, media.get("schema"));
            }
          }
          response
              .entries("content")
              .forEach((type, media) -> bodies.put(body(type, media), status));
        });
    if (bodies.size() > 1) {
      faults.add(
          operation.get("responses"),
          "successes of "
              + new TreeSet<>(bodies.values())
              + " have different bodies: give them one schema, such as a union.");
    }
  }

  /** Returns a key that differs for bodies read as different Java types. */
  private static String body(String type, SpecNode media) {
    SpecNode use = media.get("schema");
    SpecNode schema = use == null ? null : use.resolved();
    if (schema == null) {
      return "";
    }
    if (schema.text("format").equals("binary")) {
      return "bytes";
    }
    return isText(type, schema) ? "text" : schema.toString();
  }

  private static boolean isText(String type, SpecNode schema) {
    return type.startsWith("text/") && schema.text("type").equals("string") && !schema.has("enum");
  }

  private void checkContent(SpecNode response) {
    Map<String, SpecNode> content = response.entries("content");
    boolean isRead = content.isEmpty();
    for (Map.Entry<String, SpecNode> media : content.entrySet()) {
      SpecNode use = media.getValue().get("schema");
      SpecNode schema = use == null ? null : faults.resolved(use);
      if (schema != null && schema.text("format").equals("binary")) {
        isRead = true;
      } else if (MediaTypes.isJson(media.getKey())) {
        isRead = true;
        if (use != null) {
          schemas.check(use);
        }
      } else if (schema != null && isText(media.getKey(), schema)) {
        isRead = true;
      }
    }
    if (!isRead) {
      faults.add(
          response.get("content"),
          "a response of "
              + content.keySet()
              + " is read as neither JSON nor text nor bytes: describe it as {type: string, format:"
              + " binary}, or a media type text/... as {type: string}.");
    }
  }
}
