package io.github.extendclient.generator;

import static io.github.extendclient.generator.ValueTypes.INTERNAL;
import static io.github.extendclient.generator.ValueTypes.RUNTIME;

import com.samskivert.mustache.Mustache;
import org.jspecify.annotations.Nullable;

/** What a template of one Java file lays out. */
abstract class FileView {
  static final String NULLABLE = "org.jspecify.annotations.Nullable";

  final String packageName;
  final String name;
  final FileContext file;

  FileView(String packageName, String name, FileContext file) {
    this.packageName = packageName;
    this.name = name;
    this.file = file;
  }

  /** The name of the partial template. */
  abstract String template();

  public String packageName() {
    return packageName;
  }

  public String name() {
    return name;
  }

  /** Names of classes as they are spelled in this file, which imports them. */
  public TypeNames types() {
    return new TypeNames(file.imports());
  }

  /** Lays out the body of a file, and the imports before it, which only the body knows. */
  public Mustache.Lambda withImports() {
    return (body, out) -> {
      String text = body.execute();
      for (String line : file.imports().lines()) {
        out.write("import " + line + ";\n");
      }
      out.write(file.imports().lines().isEmpty() ? text : "\n" + text);
    };
  }

  final String use(String qualified) {
    return file.imports().use(qualified);
  }

  final String runtime(String simpleName) {
    return use(RUNTIME + simpleName);
  }

  /** A class that users do not see. */
  final String internal(String simpleName) {
    return use(INTERNAL + simpleName);
  }

  final String sibling(String simpleName) {
    return use(packageName + "." + simpleName);
  }

  final String typeDoc(@Nullable String description, boolean deprecated) {
    Javadoc doc = new Javadoc(file.markdown()).text(description);
    if (description == null || description.isBlank()) {
      doc.html("{@code " + name + "} of the API.");
    }
    return (deprecated ? doc.html("The API marks it as deprecated.") : doc).at(0);
  }
}
