package io.heronbridge.sandbox.control;

import java.util.List;
import java.util.stream.Collectors;

/** Small pieces that several pages are made of. */
final class Markup {
  private Markup() {}

  /** The choices of a select; the first argument of each is sent, the present one is selected. */
  static String options(List<String> words, String present) {
    return words.stream()
        .map(
            word ->
                Template.inline("<option value=\"{{word}}\"{{mark}}>{{label}}</option>")
                    .put("word", word)
                    .putMarkup("mark", word.equals(present) ? " selected" : "")
                    .put("label", word)
                    .fill())
        .collect(Collectors.joining());
  }

  /** A button that sends a word of its own. */
  static String button(String name, String word, String label, boolean isPresent) {
    return Template.inline(
            "<button name=\"{{name}}\" value=\"{{word}}\"{{mark}}>{{label}}</button>")
        .put("name", name)
        .put("word", word)
        .putMarkup("mark", isPresent ? " aria-current=\"true\"" : "")
        .put("label", label)
        .fill();
  }

  /** One fact of a description list. */
  static String fact(String name, Object value) {
    return Template.inline("<div><dt>{{name}}</dt><dd>{{value}}</dd></div>")
        .put("name", name)
        .put("value", value)
        .fill();
  }

  /** A row of a table whose cells name their column for narrow screens. */
  static String row(List<String> columns, List<String> cells) {
    StringBuilder row = new StringBuilder("<tr>");
    for (int i = 0; i < columns.size(); i++) {
      row.append(
          Template.inline("<td data-label=\"{{column}}\">{{cell}}</td>")
              .put("column", columns.get(i))
              .put("cell", cells.get(i))
              .fill());
    }
    return row.append("</tr>").toString();
  }

  /** What the last action led to; nothing when there was none. */
  static String notice(String done, String problem) {
    if (!problem.isEmpty()) {
      return Template.inline("<p class=\"notice bad\" role=\"alert\">Not done: {{text}}</p>")
          .put("text", problem)
          .fill();
    }
    return done.isEmpty()
        ? ""
        : Template.inline("<p class=\"notice good\" role=\"status\">Done: {{text}}</p>")
            .put("text", done)
            .fill();
  }
}
