package io.heronbridge.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.heronbridge.persistence.access.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that people or programs can reach is open because somebody forgot to close it. */
class RoleRulesTest {
  private static final JavaClasses PORTAL =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.heronbridge.portal");

  /** Where nobody is signed in yet, or not any more. */
  private static final Set<String> OPEN = Set.of("/admin/login", "/admin/logout");

  @Test
  void everyAdminPageSaysWhoMayComeIn() {
    Set<String> open = new TreeSet<>();
    classes()
        .filter(each -> each.isAnnotationPresent(WebServlet.class))
        .forEach(
            servlet ->
                Arrays.stream(servlet.getAnnotation(WebServlet.class).value())
                    .filter(path -> path.startsWith("/admin") && !isClosed(servlet))
                    .forEach(open::add));

    assertThat(open).isEqualTo(OPEN);
  }

  private static boolean isClosed(Class<?> servlet) {
    ServletSecurity security = servlet.getAnnotation(ServletSecurity.class);
    return security != null
        && security.value().rolesAllowed().length > 0
        && Arrays.stream(security.httpMethodConstraints())
            .map(HttpMethodConstraint::rolesAllowed)
            .allMatch(roles -> roles.length > 0);
  }

  @Test
  void everyResourceNeedsAKeyAndChangesNeedOneThatMayWrite() {
    Set<String> open = new TreeSet<>();
    classes()
        .filter(each -> each.isAnnotationPresent(Path.class))
        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
        .filter(method -> httpMethod(method) && !isClosed(method))
        .forEach(method -> open.add(told(method)));

    assertThat(open).isEmpty();
  }

  private static boolean httpMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private static boolean isClosed(Method method) {
    RolesAllowed own = method.getAnnotation(RolesAllowed.class);
    RolesAllowed roles =
        own == null ? method.getDeclaringClass().getAnnotation(RolesAllowed.class) : own;
    Set<String> allowed =
        method.isAnnotationPresent(GET.class)
            ? Set.of(Role.Names.API_READ, Role.Names.API_WRITE)
            : Set.of(Role.Names.API_WRITE);
    return roles != null
        && !method.isAnnotationPresent(PermitAll.class)
        && allowed.containsAll(List.of(roles.value()));
  }

  @Test
  void everyBeanBehindAPageOrResourceSaysWhoMayCallIt() {
    Set<String> silent = new TreeSet<>();
    classes()
        .filter(each -> each.getName().matches(".*portal\\.(admin|api)\\..*"))
        .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
        .map(Field::getType)
        .filter(type -> type.isAnnotationPresent(Stateless.class) || isSingleton(type))
        .distinct()
        .flatMap(bean -> Arrays.stream(bean.getDeclaredMethods()))
        .filter(method -> isDoor(method) && !saysWho(method))
        .forEach(method -> silent.add(told(method)));

    assertThat(silent).isEmpty();
  }

  private static boolean isSingleton(Class<?> type) {
    return type.isAnnotationPresent(Singleton.class);
  }

  private static boolean isDoor(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && !Modifier.isStatic(method.getModifiers())
        && !method.isSynthetic();
  }

  private static boolean saysWho(Method method) {
    return Stream.<AnnotatedElement>of(method, method.getDeclaringClass())
        .anyMatch(
            each ->
                each.isAnnotationPresent(RolesAllowed.class)
                    || each.isAnnotationPresent(PermitAll.class));
  }

  private static Stream<Class<?>> classes() {
    // The one class that knows WildFly cannot be loaded without it.
    return PORTAL.stream()
        .filter(each -> !each.getSimpleName().equals("WildFlySignIn"))
        .map(JavaClass::reflect);
  }

  private static String told(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }
}
