import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.configuration.ssl.ClientAuth;
import org.neo4j.configuration.ssl.SslPolicyConfig;
import org.neo4j.configuration.ssl.SslPolicyScope;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Neo4j servers on 127.0.0.1 in one process, each with its own data, port and settings: the second one and all that follow find the classes
 * loaded and compiled. An order is a line whose parts are divided by tabs:
 *
 * start, name, data folder, port (0: any free one), whether it wants a user and a password, the port that it tells routing drivers to use
 * (0: its own), the folder of private.key and public.crt to encrypt with (empty: none). Answered by "STARTED name port" once it answers.
 * stop, name. Answered by "STOPPED name".
 *
 * What goes wrong is answered by "FAILED name why". When the standard input ends all servers stop, so that none outlives whoever started it.
 */
public final class Neo4jForTests {
    private static final Map<String, DatabaseManagementService> RUNNING = new ConcurrentHashMap<>();

    public static void main(String[] arguments) throws Exception {
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            var parts = order.split("\t", -1);
            var work = new Thread(() -> follow(parts));
            work.setDaemon(true);
            work.start();
        }
        RUNNING.values().forEach(DatabaseManagementService::shutdown);
        System.exit(0);
    }

    private static void follow(String[] order) {
        var name = order[1];
        try {
            if (order[0].equals("start")) {
                tell("STARTED " + name + " " + start(order));
            } else {
                var managing = RUNNING.remove(name);
                if (managing != null) managing.shutdown();
                tell("STOPPED " + name);
            }
        } catch (Throwable error) {
            error.printStackTrace();
            tell("FAILED " + name + " " + error.toString().replaceAll("\\s+", " "));
        }
    }

    private static void tell(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }

    private static int start(String[] order) {
        var builder = new DatabaseManagementServiceBuilder(Path.of(order[2]))
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(order[3])))
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(128))
                .setConfig(GraphDatabaseSettings.auth_enabled, Boolean.parseBoolean(order[4]))
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                // It would wait twice five seconds at its end, for nobody.
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0);
        var advertised = Integer.parseInt(order[5]);
        if (advertised > 0) builder.setConfig(BoltConnector.advertised_address, new SocketAddress("127.0.0.1", advertised));
        if (!order[6].isEmpty()) {
            var encryption = SslPolicyConfig.forScope(SslPolicyScope.BOLT);
            builder.setConfig(BoltConnector.encryption_level, BoltConnector.EncryptionLevel.REQUIRED)
                    .setConfig(encryption.enabled, true)
                    .setConfig(encryption.base_directory, Path.of(order[6]))
                    .setConfig(encryption.private_key, Path.of(order[6], "private.key"))
                    .setConfig(encryption.public_certificate, Path.of(order[6], "public.crt"))
                    .setConfig(encryption.client_auth, ClientAuth.NONE);
        }
        var managing = builder.build();
        RUNNING.put(order[1], managing);
        var database = (GraphDatabaseAPI) managing.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        var ports = database.getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
        return ports.getLocalAddress(ConnectorType.BOLT).getPort();
    }
}
