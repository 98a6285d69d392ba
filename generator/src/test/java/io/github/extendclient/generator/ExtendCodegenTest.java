package io.github.extendclient.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtendCodegenTest {
  private final ExtendCodegen codegen = new ExtendCodegen();

  @ParameterizedTest
  @CsvSource({"package,package_", "true,true_", "null,null_", "2fa,_2fa", "var,var", "file,file"})
  void wordsOfJavaHaveAnUnderscoreBehindThem(String property, String name) {
    assertThat(codegen.toVarName(property)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"File", "List", "Enum", "Error"})
  void schemaKeepsTheNameOfClassOfJava(String schema) {
    assertThat(codegen.toModelName(schema)).isEqualTo(schema);
  }

  @Test
  void schemaWhoseNameIsNotOneOfJavaIsConverted() {
    assertThat(codegen.toModelName("parse_run")).isEqualTo("ParseRun");
  }
}
