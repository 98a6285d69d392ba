package io.github.extendclient.testing.internal.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses one formula: splits it into tokens, then descends through the levels of precedence. */
final class Parser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<number>\\d+(?:\\.\\d+)?)|(?<text>\"(?:[^\"\\\\]|\\\\.)*\")"
              + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}\\p{N}_]+)*)"
              + "|(?<sign><>|!=|<=|>=|[=<>+\\-*/&(),]))");
  private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");

  /** The limit of nesting, so that a formula cannot overflow the stack. */
  private static final int MAX_DEPTH = 100;

  /** The limit of the digits of a number, so that arithmetic is fast. */
  private static final int LONGEST_NUMBER = 100;

  private enum Kind {
    NUMBER,
    TEXT,
    NAME,
    SIGN,
    END
  }

  private record Token(Kind kind, String text) {}

  private final List<Token> tokens;
  private int next;
  private int depth;

  Parser(String text) throws FormulaException {
    this.tokens = tokens(text);
  }

  Formula.Expression parse() throws FormulaException {
    Formula.Expression expression = either();
    if (peek().kind() != Kind.END) {
      throw unexpected();
    }
    return expression;
  }

  private static List<Token> tokens(String text) throws FormulaException {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int position = 0;
    int end = text.stripTrailing().length();
    while (position < end) {
      if (!matcher.find(position) || matcher.start() != position) {
        throw FormulaException.parse(
            "The formula cannot be parsed at \"" + text.substring(position).strip() + "\".");
      }
      position = matcher.end();
      tokens.add(token(matcher));
    }
    tokens.add(new Token(Kind.END, ""));
    return tokens;
  }

  private static Token token(Matcher matcher) {
    if (matcher.group("number") != null) {
      return new Token(Kind.NUMBER, matcher.group("number"));
    }
    if (matcher.group("text") != null) {
      String quoted = matcher.group("text");
      String text = quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1");
      return new Token(Kind.TEXT, text);
    }
    return matcher.group("name") != null
        ? new Token(Kind.NAME, matcher.group("name"))
        : new Token(Kind.SIGN, matcher.group("sign"));
  }

  private Formula.Expression either() throws FormulaException {
    Formula.Expression left = both();
    while (isWord("OR")) {
      next++;
      left = binary("OR", left, both());
    }
    return left;
  }

  private Formula.Expression both() throws FormulaException {
    Formula.Expression left = comparison();
    while (isWord("AND")) {
      next++;
      left = binary("AND", left, comparison());
    }
    return left;
  }

  private Formula.Expression comparison() throws FormulaException {
    if (++depth > MAX_DEPTH) {
      throw FormulaException.parse("The formula is nested deeper than " + MAX_DEPTH + " levels.");
    }
    Formula.Expression comparison = compared();
    depth--;
    return comparison;
  }

  private Formula.Expression compared() throws FormulaException {
    if (isWord("NOT") && !isSign(next + 1, "(")) {
      next++;
      return Functions.call("NOT", List.of(comparison()));
    }
    Formula.Expression left = sum();
    if (peek().kind() == Kind.SIGN && COMPARISONS.contains(peek().text())) {
      String operator = tokens.get(next++).text();
      return binary(operator, left, sum());
    }
    return left;
  }

  private Formula.Expression sum() throws FormulaException {
    Formula.Expression left = product();
    while (isSign(next, "+") || isSign(next, "-") || isSign(next, "&")) {
      String operator = tokens.get(next++).text();
      left = binary(operator, left, product());
    }
    return left;
  }

  private Formula.Expression product() throws FormulaException {
    Formula.Expression left = factor();
    while (isSign(next, "*") || isSign(next, "/")) {
      String operator = tokens.get(next++).text();
      left = binary(operator, left, factor());
    }
    return left;
  }

  private Formula.Expression factor() throws FormulaException {
    boolean negative = false;
    while (isSign(next, "-")) {
      next++;
      negative = !negative;
    }
    Formula.Expression operand = operand();
    return negative ? binary("-", variables -> BigDecimal.ZERO, operand) : operand;
  }

  private Formula.Expression operand() throws FormulaException {
    Token token = peek();
    switch (token.kind()) {
      case NUMBER:
        if (token.text().length() > LONGEST_NUMBER) {
          throw FormulaException.parse(
              "The formula has a number of more than " + LONGEST_NUMBER + " digits.");
        }
        next++;
        BigDecimal number = new BigDecimal(token.text());
        return variables -> number;
      case TEXT:
        next++;
        return variables -> token.text();
      case NAME:
        next++;
        return isSign(next, "(") ? call(token.text()) : name(token.text());
      default:
        if (!isSign(next, "(")) {
          throw unexpected();
        }
        next++;
        Formula.Expression inner = either();
        expect(")");
        return inner;
    }
  }

  private Formula.Expression call(String name) throws FormulaException {
    List<Formula.Expression> arguments = new ArrayList<>();
    next++;
    if (!isSign(next, ")")) {
      arguments.add(either());
      while (isSign(next, ",")) {
        next++;
        arguments.add(either());
      }
    }
    expect(")");
    return Functions.call(name.toUpperCase(Locale.ROOT), arguments);
  }

  private static Formula.Expression name(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "TRUE" -> variables -> true;
      case "FALSE" -> variables -> false;
      case "NULL" -> variables -> null;
      default -> variables -> variables.get(name);
    };
  }

  private static Formula.Expression binary(
      String operator, Formula.Expression left, Formula.Expression right) {
    return variables -> Operators.apply(operator, left.value(variables), right.value(variables));
  }

  private Token peek() {
    return tokens.get(next);
  }

  private boolean isWord(String word) {
    return peek().kind() == Kind.NAME && peek().text().equalsIgnoreCase(word);
  }

  private boolean isSign(int index, String sign) {
    Token token = tokens.get(Math.min(index, tokens.size() - 1));
    return token.kind() == Kind.SIGN && token.text().equals(sign);
  }

  private void expect(String sign) throws FormulaException {
    if (!isSign(next, sign)) {
      throw FormulaException.parse(
          "The formula needs a \""
              + sign
              + "\" "
              + (isAtEnd() ? "at its end." : "before \"" + peek().text() + "\"."));
    }
    next++;
  }

  private FormulaException unexpected() {
    return FormulaException.parse(
        isAtEnd()
            ? "The formula is incomplete: a value is missing at its end."
            : "The formula has an unexpected \"" + peek().text() + "\".");
  }

  private boolean isAtEnd() {
    return peek().kind() == Kind.END;
  }
}
