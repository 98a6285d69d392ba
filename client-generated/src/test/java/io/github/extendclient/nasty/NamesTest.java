package io.github.extendclient.nasty;

import static io.github.extendclient.nasty.Json.roundTrip;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.nasty.model.Enum;
import io.github.extendclient.nasty.model.Error;
import io.github.extendclient.nasty.model.HostileNames;
import io.github.extendclient.nasty.model.Odd;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are not valid in Java, or that Java and the generated code use themselves. */
class NamesTest {
  @Test
  void hostileNamesStayAsTheyAreInJson() {
    HostileNames names =
        roundTrip(
            HostileNames.class,
            """
            {'package': 'p', 'if': 1, 'enum': 'e', 'class': 'c', 'default': true,
             'object': 'hostile_names', 'list': ['l'], 'b': 'b', 'value': 'v', 'name': 'n',
             'builder': 'bu', 'other': 'o', 'reader': 'r', 'writer': 'w',
             'moshi': {'text': 'm'}, 'extend_edit:bbox': [1, 2.5], '2fa': false, '@type': 't',
             'hashCode': 7, 'getClass': 'g', 'names': 'na', 'options': 'op',
             'unknownProperties': {'u': 'p'}, 'build': 'bd', 'type': 'ty', 'file': {'id': 'file_1'},
             'equals': true, 'toString': 'ts', 'toBuilder': 'tb', 'public': 'pu', 'return': 're',
             'switch': 's', 'const': 'co', 'interface': 'i', 'void': 'vo', 'new': 'ne',
             'import': 'im', 'true': false, 'null': 'nu', 'var': 'va', 'record': 'rec',
             'this': 'th', 'notify': 'no', 'localVarPath': 'lo', 'url': 'u1', 'URL': 'u2',
             'configuration': 'cf', 'apiClient': 'ac', 'apiResponse': 'ar', 'set': 'se',
             'map': 'ma', 'string': 'st',
             'snake_case_name': 'sn', 'kebab-case-name': 'ke', 'with space': 'ws',
             '$ref_like': 'rl', 'ünïcode': 'un', 'isPending': true, 'pageToken': 'pt',
             'not named': [null]}
            """);

    assertThat(names.getPackage()).isEqualTo("p");
    assertThat(names.getIf()).isEqualTo(1);
    assertThat(names.getPropertyClass()).isEqualTo("c");
    assertThat(names.getDefault()).isTrue();
    assertThat(names.getList()).containsExactly("l");
    assertThat(names.getExtendEditBbox()).containsExactly(1.0, 2.5);
    assertThat(names.get2fa()).isFalse();
    assertThat(names.getAtType()).isEqualTo("t");
    assertThat(names.getHashCode()).isEqualTo(7);
    assertThat(names.getUnknownProperties()).isEqualTo(Map.of("u", "p"));
    assertThat(names.getFile().getId()).isEqualTo("file_1");
    assertThat(names.getTrue()).isFalse();
    assertThat(names.unknownProperties()).containsOnlyKeys("not named");
    assertThat(names.toBuilder().build()).isEqualTo(names);
  }

  @Test
  void schemasNamedLikeClassesOfJavaKeepTheirNames() {
    Error error = roundTrip(Error.class, "{'enum': 'a'}");

    assertThat(error.getEnum()).isSameAs(Enum.A);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "a-b",
        "1",
        "äö",
        ".",
        "",
        "UPPER",
        "null",
        "class",
        "extractor.draft.updated",
        "=",
        "<",
        "VALUES",
        "a/b"
      })
  void oddEnumValuesAreConstants(String value) {
    assertThat(Odd.of(value).isKnown()).isTrue();
    assertThat(Odd.of(value)).hasToString(value).isSameAs(Odd.of(value));
  }

  @Test
  void aQuoteInAnEnumValueIsEscaped() {
    assertThat(Odd.QUOTED.value()).isEqualTo("quote\"d");
    assertThat(Odd.BACKSLASH.value()).isEqualTo("back\\slash");
    assertThat(Odd.values()).hasSize(16).doesNotHaveDuplicates();
    assertThat(Odd.values().stream().map(Odd::value)).contains("quote\"d", "back\\slash");
  }

  @Test
  void anEnumListsItsConstantsInTheOrderOfTheSpecification() {
    assertThat(Enum.values()).isEqualTo(List.of(Enum.A));
  }
}
