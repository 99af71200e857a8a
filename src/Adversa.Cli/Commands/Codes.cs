using System.Globalization;

namespace Adversa.Cli.Commands;

/// <summary>What <c>explain</c> knows of each code: what it means and what to do, from Codes.resx and Codes.es.resx. A test finds codes that are missing there.</summary>
internal static class Codes
{
    internal static IReadOnlyDictionary<int, Text> All { get; } = new SortedDictionary<int, Text>
    {
        [1001] = new(
            "A bug of ours. Run the command again with --verbose and report what it prints.",
            "Un error nuestro. Repita el comando con --verbose e informe de lo que imprime."),
        [1002] = new(
            "Something that watched the training failed and was left out. The training itself is not touched.",
            "Algo que observaba el entrenamiento falló y se descartó. El entrenamiento no se ve afectado."),
        [1010] = new(
            "The native library could not be built. artifacts/build.log says why; a full disk and a half-installed package are the usual causes.",
            "No se pudo compilar la biblioteca nativa. artifacts/build.log dice por qué; lo usual es un disco lleno o un paquete a medio instalar."),
        [1011] = new(
            "The program could not be built. artifacts/build.log says why.",
            "No se pudo compilar el programa. artifacts/build.log dice por qué."),
        [2001] = new(
            "The command line could not be understood. adversa COMMAND --help shows what there is.",
            "No se entendió el comando. adversa COMANDO --help muestra lo que hay."),
        [2004] = new(
            "There is no recipe or system of that name. adversa recipes lists them.",
            "No hay receta ni sistema con ese nombre. adversa recipes los lista."),
        [2005] = new(
            "No run fits what was written, or more than one does. adversa runs list shows them; a folder, the beginning of a name and latest are accepted.",
            "Ninguna ejecución corresponde, o corresponde más de una. adversa runs list las muestra; valen una carpeta, el principio del nombre y latest."),
        [2006] = new(
            "The folder for a new run is in use. Name another one with --out, or resume the run that is there.",
            "La carpeta de la nueva ejecución está ocupada. Indique otra con --out o reanude la que hay."),
        [2007] = new(
            "--seeds is no list of numbers. Write 0-63, or 3,17,42.",
            "--seeds no es una lista de números. Escriba 0-63 o 3,17,42."),
        [2008] = new(
            "The system was named, its data was not. Add --data with a folder, a file or a world.",
            "Se indicó el sistema pero no los datos. Añada --data con una carpeta, un archivo o un mundo."),
        [2009] = new(
            "A pair key=value was expected. For example --set batch=64.",
            "Se esperaba un par clave=valor. Por ejemplo --set batch=64."),
        [2010] = new(
            "--device names no device. Use auto, cpu or cuda[:n].",
            "--device no nombra un dispositivo. Use auto, cpu o cuda[:n]."),
        [2011] = new(
            "A number could not be read. Numbers have a decimal point in every language: 0.0002. A comma, blanks and units are refused, so that 0,0002 can never silently become 2.",
            "No se pudo leer un número. Los números llevan punto decimal en todos los idiomas: 0.0002. No se aceptan comas, espacios ni unidades, para que 0,0002 nunca se convierta en 2 sin avisar."),
        [2012] = new(
            "A number is outside of its range. The message names the range.",
            "Un número está fuera de su rango. El mensaje indica el rango."),
        [2013] = new(
            "Two options exclude each other. Give one of them.",
            "Dos opciones se excluyen. Indique solo una."),
        [2014] = new(
            "The system draws no samples. A classifier reads pictures and an autoencoder repeats them; use gan or dcgan to draw.",
            "El sistema no dibuja muestras. Un clasificador lee imágenes y un autocodificador las repite; use gan o dcgan para dibujar."),
        [2015] = new(
            "The file's ending does not fit what would go into it. Pictures go into .png, .npy or a folder, points into .png or .npy.",
            "La extensión del archivo no corresponde a su contenido. Las imágenes van a .png, .npy o una carpeta; los puntos, a .png o .npy."),
        [2016] = new(
            "The judge has no metric of that name. The message lists them.",
            "El juez no tiene esa métrica. El mensaje las enumera."),
        [2017] = new(
            "Removing a run must be confirmed. Add --yes.",
            "Borrar una ejecución necesita confirmación. Añada --yes."),
        [2018] = new(
            "There is no such code. Codes look like ADV2011.",
            "No existe ese código. Los códigos son como ADV2011."),
        [2019] = new(
            "A file's or folder's name is empty. Name one.",
            "El nombre de un archivo o una carpeta está vacío. Indique uno."),
        [2020] = new(
            "A recipe has a member that does not exist or is of the wrong type. adversa recipes show NAME lists all members.",
            "Una receta tiene un campo que no existe o de otro tipo. adversa recipes show NOMBRE enumera los campos."),
        [2021] = new(
            "A recipe file could not be read. It is JSON in UTF-8, with // comments, without duplicate keys, at most 1 MB.",
            "No se pudo leer un archivo de receta. Es JSON en UTF-8, con comentarios //, sin claves repetidas, de 1 MB como mucho."),
        [2022] = new(
            "Values of the recipe are not allowed. The message names all of them with their ranges.",
            "Hay valores de la receta que no se admiten. El mensaje los nombra todos con sus rangos."),
        [2023] = new(
            "The system is built on the networks of another run. Name that run with --from.",
            "El sistema se construye sobre las redes de otra ejecución. Indique esa ejecución con --from."),
        [2024] = new(
            "The run in --from is of another system, or of other sizes, than can be gone on from. The message says what would do.",
            "La ejecución de --from es de otro sistema, o de otros tamaños, que no permiten continuar. El mensaje dice qué serviría."),
        [2025] = new(
            "--class was given to a system that takes no class, or names a class that the data does not have. Leave it out, or give a class from 0 on.",
            "Se dio --class a un sistema que no admite clases, o nombra una clase que los datos no tienen. Quítelo o indique una clase desde 0."),
        [2030] = new(
            "ADVERSA_SETUP has an unknown value. Use auto, ask or never.",
            "ADVERSA_SETUP tiene un valor desconocido. Use auto, ask o never."),
        [2031] = new(
            "ADVERSA_LIBTORCH names no libtorch. Give the full path of a libtorch with headers.",
            "ADVERSA_LIBTORCH no nombra un libtorch. Indique la ruta completa de un libtorch con cabeceras."),
        [2032] = new(
            "There is no test project of that name. ./test without arguments runs all.",
            "No hay proyecto de pruebas con ese nombre. ./test sin argumentos los ejecuta todos."),
        [2040] = new(
            "The folder for set-aside files lies inside of the one that is checked. Name a folder outside.",
            "La carpeta para los archivos apartados está dentro de la revisada. Indique una carpeta exterior."),
        [2041] = new(
            "--quarantine-duplicates was given without --quarantine DIR. Name the folder they go to.",
            "Se indicó --quarantine-duplicates sin --quarantine CARPETA. Indique la carpeta de destino."),
        [2045] = new(
            "ADVERSA_MIRROR is no address of a mirror. Write http:// or https://, the host and a folder; in it lies one folder for each data set.",
            "ADVERSA_MIRROR no es la dirección de un espejo. Escriba http:// o https://, el servidor y una carpeta; en ella hay una carpeta por conjunto de datos."),
        [2046] = new(
            "--to was given where nothing is downloaded. It goes with the name of a set that can be downloaded.",
            "Se dio --to donde no se descarga nada. Acompaña al nombre de un conjunto que se puede descargar."),
        [2047] = new(
            "The target of a packing exists and is something else. Name another file with -o, or replace it with --force.",
            "El destino de un empaquetado ya existe y es otra cosa. Indique otro archivo con -o o sustitúyalo con --force."),
        [2048] = new(
            "A world never ends, so it cannot be packed whole. adversa data make WORLD --count N -o FILE packs a part of it.",
            "Un mundo no termina nunca, así que no se puede empaquetar entero. adversa data make MUNDO --count N -o ARCHIVO empaqueta una parte."),
        [2050] = new(
            "Options of data make do not go together. --defects and --sides belong to art-folder written to a folder.",
            "Las opciones de data make no van juntas. --defects y --sides son de art-folder escrito en una carpeta."),
        [2051] = new(
            "There is no world of that name. adversa data make --help lists them.",
            "No existe un mundo con ese nombre. adversa data make --help los enumera."),
        [2052] = new(
            "--augment names no operation, or names one twice. Write for example --augment flip,shift=0.1",
            "--augment no nombra una operación, o nombra una dos veces. Escriba por ejemplo --augment flip,shift=0.1"),
        [2060] = new(
            "There is no check of that name. adversa check --list shows every check; a system's id does all of its checks.",
            "No hay ninguna prueba con ese nombre. adversa check --list muestra todas; el id de un sistema hace todas las suyas."),
        [2061] = new(
            "check wants one system or check, or --all, and not both.",
            "check espera un sistema o una prueba, o --all, y no ambos."),
        [2080] = new(
            "A study is not usable. It needs two to eight systems, a number that decides, and a budget in images or seconds; the message names every problem.",
            "Un estudio no sirve. Necesita de dos a ocho sistemas, un número que decida y un presupuesto en imágenes o segundos; el mensaje nombra cada problema."),
        [2081] = new(
            "The systems of a study learn from different data, so that nothing could be concluded. Give all the same data and size.",
            "Los sistemas de un estudio aprenden de datos distintos y no se podría concluir nada. Dé a todos los mismos datos y tamaño."),
        [2082] = new(
            "Nobody judges the data of a study by the number that it names. The message says which numbers there are.",
            "Nadie juzga los datos de un estudio por el número que indica. El mensaje dice qué números hay."),
        [2083] = new(
            "These runs cannot be compared so: two or more different ones are needed, and a number that all of them have (evaluate measures it).",
            "Estas ejecuciones no se pueden comparar así: hacen falta dos o más distintas y un número que tengan todas (evaluate lo mide)."),
        [3001] = new(
            "The data was not found. Give a folder, an idx or npy file, or a world.",
            "No se encontraron los datos. Indique una carpeta, un archivo idx o npy, o un mundo."),
        [3002] = new(
            "An idx or gzip file is damaged. Download it again; the message names what is wrong.",
            "Un archivo idx o gzip está dañado. Descárguelo de nuevo; el mensaje dice qué falla."),
        [3003] = new(
            "An npy file is damaged or of a kind that is not read. Save it as uint8 or float32 in C order.",
            "Un archivo npy está dañado o no es de un tipo legible. Guárdelo como uint8 o float32 en orden C."),
        [3004] = new(
            "A picture is damaged or of a kind that is not read. It is left out; replace it or leave it.",
            "Una imagen está dañada o no es de un tipo legible. Se omite; sustitúyala o déjela."),
        [3005] = new(
            "Too many samples are bad. More than 10 % at opening, or 0.1 % while training: repair the data first.",
            "Hay demasiadas muestras malas. Más del 10 % al abrir o del 0.1 % al entrenar: repare antes los datos."),
        [3006] = new(
            "There is no sample to learn from. Check the path and the kinds of files in it.",
            "No hay muestras de las que aprender. Revise la ruta y los tipos de archivo."),
        [3007] = new(
            "A file cannot be read. Check its rights and the disk.",
            "No se puede leer un archivo. Revise los permisos y el disco."),
        [3010] = new(
            "The system does not fit the data. The message says what would.",
            "El sistema no corresponde a los datos. El mensaje dice qué serviría."),
        [3011] = new(
            "The set is smaller than a batch. Smaller batches are used; add samples for a better result.",
            "El conjunto es menor que un lote. Se usan lotes menores; añada muestras para un mejor resultado."),
        [3012] = new(
            "Samples could not be read while training. They were replaced by others; look at the named files.",
            "No se pudieron leer muestras durante el entrenamiento. Se sustituyeron por otras; revise los archivos nombrados."),
        [3013] = new(
            "The data changed since the checkpoint. The run goes on, but no longer equals one without a stop.",
            "Los datos cambiaron desde el punto de control. La ejecución sigue, pero ya no equivale a una sin interrupción."),
        [3014] = new(
            "No judge fits the data. A judge needs classes and a test part, or a world with known truth.",
            "Ningún juez corresponde a los datos. Un juez necesita clases y una parte de prueba, o un mundo de verdad conocida."),
        [3015] = new(
            "The training waits for its data for more than a tenth of its time. Pack the data once with adversa data prepare and train on that file.",
            "El entrenamiento pasa más de una décima parte del tiempo esperando a los datos. Empaquételos una vez con adversa data prepare y entrene con ese archivo."),
        [3020] = new(
            "A picture is of a format that is not read, or too large. It is left out; save it as PNG, or smaller.",
            "Una imagen es de un formato que no se lee o es demasiado grande. Se omite; guárdela como PNG o más pequeña."),
        [3030] = new(
            "An archive is refused as a whole: it is damaged, cut off, or holds names that would lead out of it. Download it again, or pack it anew.",
            "Un archivo comprimido se rechaza entero: está dañado, incompleto o contiene nombres que saldrían de él. Descárguelo de nuevo o vuelva a comprimirlo."),
        [3031] = new(
            "An archive swells beyond its limits when it is unpacked. If it is sound, unpack it yourself and give the folder.",
            "Un archivo comprimido crece más allá de sus límites al descomprimirse. Si es correcto, descomprímalo usted e indique la carpeta."),
        [3040] = new(
            "CIFAR's batches are damaged or incomplete. Download them again: adversa data get cifar10",
            "Los lotes de CIFAR están dañados o incompletos. Descárguelos de nuevo: adversa data get cifar10"),
        [3041] = new(
            "A pickle holds something that is not read. Pickles are programs; only plain data and arrays are taken from them.",
            "Un pickle contiene algo que no se lee. Los pickle son programas; de ellos solo se toman datos simples y matrices."),
        [3042] = new(
            "The data has no such part: MNIST's test files alone cannot be learned from, and its training files alone have nothing to judge with. Bring the files that the message names.",
            "Los datos no tienen esa parte: de los archivos de prueba de MNIST solos no se aprende, y los de entrenamiento solos no tienen con qué juzgar. Traiga los archivos que nombra el mensaje."),
        [3045] = new(
            "A table of labels or attributes is damaged. The message names the line and what was expected there.",
            "Una tabla de etiquetas o atributos está dañada. El mensaje nombra la línea y lo que se esperaba en ella."),
        [3046] = new(
            "A note about the data: pictures or a column of a table that are left out and why, a count that is wrong, or a --size beyond the pictures' own. The command goes on.",
            "Un aviso sobre los datos: imágenes o una columna de una tabla que se descartan y por qué, un recuento equivocado o un --size mayor que las imágenes. El comando continúa."),
        [3047] = new(
            "Folders named like train and test can be read as parts of the set or as classes, and a mistake would train on test pictures. The message shows both readings and the SPEC that forces each: parts:PATH or classes:PATH.",
            "Unas carpetas con nombres como train y test pueden leerse como partes del conjunto o como clases, y un error entrenaría con imágenes de prueba. El mensaje muestra ambas lecturas y los DATOS que fuerzan cada una: parts:RUTA o classes:RUTA."),
        [3048] = new(
            "The training and the test part do not fit: classes of one are not in the other (they are matched by name, and the rest is used), or the samples have another shape. Rename the folders or classes that mean the same.",
            "La parte de entrenamiento y la de prueba no encajan: hay clases de una que faltan en la otra (se emparejan por su nombre y se usa el resto), o las muestras tienen otra forma. Dé el mismo nombre a las carpetas o clases que signifiquen lo mismo."),
        [3049] = new(
            "Two sides do not fit each other: a picture of side by side pairs has an odd width, partners are of other sizes or share no names, or two collections have other sizes. The message names the first.",
            "Dos lados no encajan: una imagen con parejas lado a lado tiene un ancho impar, las parejas miden distinto o no comparten nombres, o dos colecciones tienen otros tamaños. El mensaje nombra la primera."),
        [3050] = new(
            "A packed set is damaged, or a safetensors file is no packed set. Pack it again with adversa data prepare.",
            "Un conjunto empaquetado está dañado, o un archivo safetensors no es un conjunto empaquetado. Empaquételo de nuevo con adversa data prepare."),
        [3051] = new(
            "The folder TARGET.partial, in which a packing grows, is in use by something else. Move it, or name another target.",
            "La carpeta DESTINO.partial, donde crece un empaquetado, la ocupa otra cosa. Muévala o indique otro destino."),
        [3060] = new(
            "There is no download of that name, or it is not here yet. adversa data get lists what there is.",
            "No hay descarga con ese nombre, o todavía no está aquí. adversa data get enumera lo que hay."),
        [3061] = new(
            "No mirror could be reached. The message says which files to bring by hand and where to put them.",
            "No se pudo llegar a ningún servidor. El mensaje dice qué archivos traer a mano y dónde ponerlos."),
        [3062] = new(
            "What came from every mirror differs from the hash that is known. Try again later; nothing was kept.",
            "Lo que llegó de todos los servidores no coincide con la huella conocida. Inténtelo más tarde; no se conservó nada."),
        [3063] = new(
            "A data set is named that is not here yet. adversa data get NAME downloads it, or explains how to bring it; for a file or folder of that name write ./NAME.",
            "Se nombró un conjunto de datos que aún no está aquí. adversa data get NOMBRE lo descarga o explica cómo traerlo; para un archivo o carpeta con ese nombre escriba ./NOMBRE."),
        [3064] = new(
            "Another process is downloading into the same folder. Wait for it; a dead owner's lock is free at once.",
            "Otro proceso está descargando en la misma carpeta. Espere; el bloqueo de un proceso muerto queda libre al instante."),
        [3070] = new(
            "data check --strict found something bad. The report names it; --quarantine DIR moves it away.",
            "data check --strict encontró algo malo. El informe lo nombra; --quarantine CARPETA lo aparta."),
        [3071] = new(
            "Only files of a folder can be set aside, and only into a folder. Unpack the archive first.",
            "Solo se pueden apartar archivos de una carpeta, y solo a una carpeta. Desempaquete antes el archivo comprimido."),
        [3072] = new(
            "A file could not be set aside and stays where it was. Check rights and disk.",
            "Un archivo no se pudo apartar y se queda donde estaba. Revise los permisos y el disco."),
        [3080] = new(
            "A metric has too few samples, or needs sets of equal size. Draw more with --count, or choose another metric.",
            "Una métrica tiene muy pocas muestras, o necesita conjuntos del mismo tamaño. Genere más con --count o elija otra métrica."),
        [3081] = new(
            "A feature is NaN or infinite, so no metric can be given. The generator diverged: evaluate an earlier checkpoint.",
            "Una característica es NaN o infinita, así que no puede darse ninguna métrica. El generador divergió: evalúe un punto de control anterior."),
        [3082] = new(
            "The samples leave a metric undefined, as when all of them are equal. Look at the pictures.",
            "Las muestras dejan una métrica sin definir, como cuando todas son iguales. Mire las imágenes."),
        [3083] = new(
            "The folder of check metrics --vectors holds no reference vectors: expected.json with cases, and the arrays that it names.",
            "La carpeta de check metrics --vectors no contiene vectores de referencia: expected.json con casos y las matrices que nombra."),
        [3084] = new(
            "Runs on samples of different shapes cannot be compared.",
            "Las ejecuciones con muestras de formas distintas no se pueden comparar."),
        [3085] = new(
            "The compared runs learned from different data. The page shows them, but their numbers do not compare and there is no verdict.",
            "Las ejecuciones comparadas aprendieron de datos distintos. La página las muestra, pero sus números no son comparables y no hay veredicto."),
        [4001] = new(
            "The training diverged: NaN or infinity in a loss or a weight. The last checkpoint is finite. Lower the learning rate (--lr), or start again with another seed.",
            "El entrenamiento divergió: NaN o infinito en una pérdida o un peso. El último punto de control es finito. Baje la tasa (--lr) o empiece con otra semilla."),
        [4002] = new(
            "The discriminator is too strong: it tells nearly all samples apart, and the generator has stopped improving, so that it learns nothing from being caught. Smooth it: --set r1=1. Else halve its rate (discriminatorLearningRate), use the non-saturating loss, or wgan-gp.",
            "El discriminador es demasiado fuerte: distingue casi todas las muestras y el generador ha dejado de mejorar, así que no aprende nada de sus errores. Suavícelo: --set r1=1. Si no, reduzca su tasa a la mitad (discriminatorLearningRate), use la pérdida no saturante, o wgan-gp."),
        [4003] = new(
            "Mode collapse: the generator draws a few samples over and over. Go back to a checkpoint before it. Then show the discriminator several samples at once: --set pack=2, or --set minibatchStddev=4; or a larger batch, or wgan-gp.",
            "Colapso de modos: el generador dibuja unas pocas muestras una y otra vez. Vuelva a un punto de control anterior. Después muestre al discriminador varias muestras a la vez: --set pack=2 o --set minibatchStddev=4; o un lote mayor, o wgan-gp."),
        [4004] = new(
            "The discriminator is too weak: it guesses although samples and data differ, so that its advice is worthless. Give it a higher rate (discriminatorLearningRate), more steps (criticSteps), or a wider network.",
            "El discriminador es demasiado débil: acierta como al azar aunque muestras y datos difieren, así que su consejo no vale nada. Dele una tasa mayor (discriminatorLearningRate), más pasos (criticSteps) o una red más ancha."),
        [4005] = new(
            "The discriminator knows its training samples by heart: it scores held-out data nearly like generated samples. Augment what it sees (--set diffAugment=all, or ada=0.6 for pictures), get more data, make it smaller, or stop here.",
            "El discriminador se sabe de memoria las muestras de entrenamiento: puntúa los datos reservados casi como las muestras generadas. Aumente lo que ve (--set diffAugment=all, o ada=0.6 para imágenes), consiga más datos, hágalo más pequeño o pare aquí."),
        [4006] = new(
            "The players run in circles: the scores swing with a steady period and come no nearer. Penalise the discriminator's gradient (--set r1=1), lower beta1 and the rates, or keep a longer average (emaHalfLife).",
            "Los jugadores giran en círculos: las puntuaciones oscilan con un periodo constante sin acercarse. Penalice el gradiente del discriminador (--set r1=1), baje beta1 y las tasas, o use una media más larga (emaHalfLife)."),
        [4007] = new(
            "The pictures carry a checkerboard: the pattern that transposed convolutions leave when kernel and stride do not fit. It often fades with training. If it stays, use a kernel that is a multiple of the stride, or enlarge and convolve.",
            "Las imágenes llevan un patrón de tablero: el que dejan las convoluciones transpuestas cuando núcleo y paso no encajan. A menudo se desvanece al entrenar. Si persiste, use un núcleo que sea múltiplo del paso, o amplíe y después convolucione."),
        [4008] = new(
            "The samples are near copies of training samples: they lie much nearer to them than unseen data does. Do not publish them where the data is private. Get more data, augment it, or use an earlier checkpoint.",
            "Las muestras son casi copias de las de entrenamiento: están mucho más cerca de ellas que los datos no vistos. No las publique si los datos son privados. Consiga más datos, auméntelos o use un punto de control anterior."),
        [4009] = new(
            "The critic is steeper than its theory allows, so that its loss measures no distance any more. Raise the weight of the penalty (penaltyWeight), take batch norm out of the critic, or use spectral norm.",
            "El crítico es más empinado de lo que su teoría admite, así que su pérdida ya no mide una distancia. Suba el peso de la penalización (penaltyWeight), quite la normalización por lotes del crítico o use la norma espectral."),
        [4010] = new(
            "There is too little data: the discriminator will soon know every sample. A generator wants some thousands. Until there are more: --set diffAugment=all, --augment flip, or begin with the weights of another run (--from).",
            "Hay muy pocos datos: el discriminador pronto conocerá cada muestra. Un generador necesita unos miles. Hasta tener más: --set diffAugment=all, --augment flip, o empiece con los pesos de otra ejecución (--from)."),
        [4011] = new(
            "The run was stopped because its samples have long been worse than its best ones (--stop-when-worse). The best checkpoint is kept: sample RUN --best draws from it. Without the option a run goes on to its last step.",
            "La ejecución se detuvo porque sus muestras son peores que las mejores desde hace tiempo (--stop-when-worse). El mejor punto de control se conserva: sample EJECUCIÓN --best dibuja de él. Sin la opción, una ejecución sigue hasta su último paso."),
        [4012] = new(
            "The doctor acted (--doctor act): the run goes on from the weights of its best step with one thing changed. The change is part of the run: resume and rerun do the same.",
            "El médico intervino (--doctor act): la ejecución sigue desde los pesos de su mejor paso con un solo cambio. El cambio es parte de la ejecución: reanudar y repetir hacen lo mismo."),
        [4013] = new(
            "The doctor has tried what it may (doctor.tries) and the run still fails. The best checkpoint is kept: sample RUN --best. Read what was tried with adversa doctor RUN, and start again with another system or more data.",
            "El médico probó todo lo permitido (doctor.tries) y la ejecución sigue fallando. El mejor punto de control se conserva: sample EJECUCIÓN --best. Lea qué se probó con adversa doctor EJECUCIÓN y empiece de nuevo con otro sistema o más datos."),
        [4014] = new(
            "The time is enough for less than a tenth of the steps after which this system shows anything: a step was measured first. Give it more time, smaller pictures (--size) or a smaller batch.",
            "El tiempo alcanza para menos de una décima parte de los pasos tras los que este sistema muestra algo: antes se midió un paso. Dele más tiempo, imágenes menores (--size) o un lote menor."),
        [5001] = new(
            "Packages are missing. The message has the line that installs them.",
            "Faltan paquetes. El mensaje trae el comando que los instala."),
        [5002] = new(
            "Memory ran out. Use a smaller batch (--set batch=N) or smaller pictures (--size N).",
            "Se agotó la memoria. Use un lote menor (--set batch=N) o imágenes más pequeñas (--size N)."),
        [5003] = new(
            "apt failed. artifacts/setup.log says why.",
            "apt falló. artifacts/setup.log dice por qué."),
        [5004] = new(
            "The folder artifacts cannot be written. Give this user the right, or copy the project.",
            "No se puede escribir en la carpeta artifacts. Dé permiso a este usuario o copie el proyecto."),
        [5005] = new(
            "The .NET SDK is missing. The message says how to install it.",
            "Falta el SDK de .NET. El mensaje dice cómo instalarlo."),
        [5006] = new(
            "The run's folder cannot be written. Free the disk or the rights, or use --out.",
            "No se puede escribir en la carpeta de la ejecución. Libere disco o permisos, o use --out."),
        [5007] = new(
            "A checkpoint could not be saved. Free some disk; the run goes on and tries again. The newest safe step is named.",
            "No se pudo guardar un punto de control. Libere disco; la ejecución sigue y lo intenta de nuevo. Se indica el paso más reciente a salvo."),
        [5008] = new(
            "The logs could not be written. The run itself is saved.",
            "No se pudieron escribir los registros. La ejecución en sí está guardada."),
        [5009] = new(
            "A file could not be read or written. Check the disk and the rights.",
            "No se pudo leer o escribir un archivo. Revise el disco y los permisos."),
        [5010] = new(
            "A native library is missing or does not load. Run ./adversa doctor, which builds it.",
            "Falta una biblioteca nativa o no se carga. Ejecute ./adversa doctor, que la compila."),
        [5011] = new(
            "A native library is of another version. Run ./adversa doctor, which builds it anew.",
            "Una biblioteca nativa es de otra versión. Ejecute ./adversa doctor, que la compila de nuevo."),
        [5012] = new(
            "The device cannot be used. Use --device cpu.",
            "No se puede usar el dispositivo. Use --device cpu."),
        [5013] = new(
            "The disk has too little room for the packed set. Free some, choose a smaller --size, or another disk with -o.",
            "El disco no tiene espacio para el conjunto empaquetado. Libere espacio, elija un --size menor u otro disco con -o."),
        [5014] = new(
            "The run would take more memory than this machine, its control group or a limit such as ulimit -v leaves free; it was measured with small batches in a process of its own. Take the batch that is named, or smaller pictures.",
            "La ejecución ocuparía más memoria de la que dejan libre esta máquina, su grupo de control o un límite como ulimit -v; se midió con lotes pequeños en un proceso aparte. Use el lote indicado o imágenes menores."),
        [6001] = new(
            "A safetensors file is damaged. The message names the offending thing.",
            "Un archivo safetensors está dañado. El mensaje nombra lo que falla."),
        [6002] = new(
            "A checkpoint is damaged. The one before it is used; when none is left, repeat the run or restore a copy.",
            "Un punto de control está dañado. Se usa el anterior; si no queda ninguno, repita la ejecución o recupere una copia."),
        [6003] = new(
            "A checkpoint does not fit the run. Was the recipe changed, or is it another version's?",
            "Un punto de control no corresponde a la ejecución. ¿Se cambió la receta, o es de otra versión?"),
        [6004] = new(
            "recipe.json changed since the checkpoint. The new values are used from here on.",
            "recipe.json cambió desde el punto de control. A partir de aquí se usan los valores nuevos."),
        [6005] = new(
            "The machine or its settings differ from those the run was begun with. Results are equal bit for bit only under the same libtorch, threads and instruction set.",
            "La máquina o sus ajustes difieren de los del comienzo. Los resultados son iguales bit a bit solo con el mismo libtorch, hilos e instrucciones."),
        [6006] = new(
            "A run of an earlier version, which counted every batch of a step for the average: the critic's repeats, and batches drawn for their labels. It goes on as it began; new runs count each step's batch once.",
            "Una ejecución de una versión anterior, que contaba para el promedio cada lote de un paso: las repeticiones del crítico y los lotes tomados por sus etiquetas. Sigue como empezó; las ejecuciones nuevas cuentan una vez el lote de cada paso."),
        [6010] = new(
            "Weights do not fit the network. The message names keys and shapes.",
            "Los pesos no corresponden a la red. El mensaje nombra claves y formas."),
        [6011] = new(
            "The run was stopped before its first checkpoint, and the run that it began from has gone on or is gone. Begin it anew.",
            "La ejecución se detuvo antes de su primer punto de control, y aquella de la que partía avanzó o ya no está. Empiécela de nuevo."),
        [6012] = new(
            "Some weights begin anew, because the run in --from has none of their name and shape. With the same options all would be taken.",
            "Algunos pesos empiezan de cero, porque la ejecución de --from no tiene ninguno de su nombre y forma. Con las mismas opciones se tomarían todos."),
        [6020] = new(
            "A saved position in the data is not possible. The checkpoint is of another version, or damaged.",
            "Una posición guardada en los datos no es posible. El punto de control es de otra versión o está dañado."),
        [6030] = new(
            "A file is no state dictionary of torch.save, or damaged. Save model.state_dict() alone; nothing else is read from such files.",
            "Un archivo no es un diccionario de estado de torch.save, o está dañado. Guarde solo model.state_dict(); de esos archivos no se lee nada más."),
        [6031] = new(
            "torchvision's Inception weights were given, with which no published FID was computed. Bring pt_inception-2015-12-05-6726825d.pth.",
            "Se dieron los pesos de Inception de torchvision, con los que no se calculó ningún FID publicado. Traiga pt_inception-2015-12-05-6726825d.pth."),
        [7001] = new(
            "The run is locked by another process. Wait for it or stop it with Ctrl-C; a dead owner's lock is free at once.",
            "La ejecución está bloqueada por otro proceso. Espere o deténgalo con Ctrl-C; el bloqueo de un proceso muerto queda libre al instante."),
    };
}
