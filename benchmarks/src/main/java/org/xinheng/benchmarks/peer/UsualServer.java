package org.xinheng.benchmarks.peer;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.startup.Tomcat;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.xinheng.benchmarks.ground.Child;

/** Spring MVC on Tomcat as it is usual, in a process of its own. */
@NullUnmarked
final class UsualServer {

    private UsualServer() {}

    /** Serves on a free port, which it tells its parent, until the parent closes the standard input; ends the process. */
    static void serve(Class<?>... wiring) throws Exception {
        var context = new AnnotationConfigWebApplicationContext();
        context.register(wiring);
        var tomcat = new Tomcat();
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        var web = tomcat.addContext("", null);
        var servlet = Tomcat.addServlet(web, "spring", new DispatcherServlet(context));
        servlet.setLoadOnStartup(1);
        web.addServletMappingDecoded("/", "spring");
        tomcat.start();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(Child.MARK + "{\"port\":" + tomcat.getConnector().getLocalPort() + "}");
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (commands.readLine() != null) {
            continue;
        }
        tomcat.stop();
        System.exit(0);
    }
}
